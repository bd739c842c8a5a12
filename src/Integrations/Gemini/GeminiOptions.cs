using System.Text;

namespace Campaigns.Integrations.Gemini;

/// <summary>How to reach Gemini, and which of its models to use: they are retired often, so none is a constant.</summary>
/// <param name="BaseUrl">Up to and including the API version, such as <c>https://generativelanguage.googleapis.com/v1beta</c>.</param>
/// <param name="ApiKey">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record GeminiOptions(Uri BaseUrl, string ApiKey)
{
    /// <summary>Writes, where nothing else is configured.</summary>
    public const string UsualTextModel = "gemini-3-flash-preview";

    /// <summary>Draws, where nothing else is configured.</summary>
    public const string UsualImageModel = "gemini-3-pro-image";

    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://generativelanguage.googleapis.com/v1beta");

    /// <summary>Writes JSON.</summary>
    public string TextModel { get; init; } = UsualTextModel;

    /// <summary>Draws.</summary>
    public string ImageModel { get; init; } = UsualImageModel;

    /// <summary>The most a text may cost, thinking included; too little cuts the answer off.</summary>
    public int MaxTextTokens { get; init; } = 32_768;

    /// <summary>For one text, quick retries included.</summary>
    public TimeSpan TextTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one picture, quick retries included.</summary>
    public TimeSpan ImageTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Repeats within seconds of calls that certainly did nothing (never connected, 429, 503); 0 for none.</summary>
    public int QuickRetries { get; init; } = 2;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}, TextModel = {TextModel}, ImageModel = {ImageModel}"));
        return true;
    }
}
