using System.Text;

namespace Campaigns.Integrations.Gemini;

/// <summary>How to reach Gemini. Its models are asked for by name: they are retired often.</summary>
/// <param name="BaseUrl">Up to and including the API version, such as <c>https://generativelanguage.googleapis.com/v1beta</c>.</param>
/// <param name="ApiKey">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record GeminiOptions(Uri BaseUrl, string ApiKey)
{
    /// <summary>As chains of models name it.</summary>
    public const string Provider = "gemini";

    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://generativelanguage.googleapis.com/v1beta");

    /// <summary>Speaks, unless a request names another voice.</summary>
    public string Voice { get; init; } = "Kore";

    /// <summary>In Google's word. <c>1K</c> lies within the widths a feed takes; larger sizes cost more and would only be scaled down.</summary>
    public string ImageSize { get; init; } = "1K";

    /// <summary>The most a text may cost, thinking included; too little cuts the answer off.</summary>
    public int MaxTextTokens { get; init; } = 32_768;

    /// <summary>For one text, to its last byte.</summary>
    public TimeSpan TextTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>For one picture, to its last byte.</summary>
    public TimeSpan ImageTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>For one voice, to its last byte.</summary>
    public TimeSpan SpeechTimeout { get; init; } = TimeSpan.FromSeconds(180);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}"));
        return true;
    }
}
