using System.Text;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>How to reach OpenRouter.</summary>
/// <param name="BaseUrl">Up to and including <c>/api/v1</c>.</param>
/// <param name="ApiKey">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record OpenRouterOptions(Uri BaseUrl, string ApiKey)
{
    /// <summary>As chains of models name it.</summary>
    public const string Provider = "openrouter";

    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://openrouter.ai/api/v1");

    /// <summary>The most a text may cost, reasoning included; credits are checked against it.</summary>
    public int MaxTextTokens { get; init; } = 32_768;

    /// <summary>For one text, to its last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(180);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}"));
        return true;
    }
}
