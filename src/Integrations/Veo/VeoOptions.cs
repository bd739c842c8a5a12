using System.Text;

namespace Campaigns.Integrations.Veo;

/// <summary>How to reach Veo, which lives at Gemini's address and opens to the same key.</summary>
/// <param name="BaseUrl">Up to and including the API version, such as <c>https://generativelanguage.googleapis.com/v1beta</c>.</param>
/// <param name="ApiKey">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record VeoOptions(Uri BaseUrl, string ApiKey)
{
    /// <summary>As chains of models name it.</summary>
    public const string Provider = "veo";

    /// <summary><c>720p</c> or <c>1080p</c>.</summary>
    public string Resolution { get; init; } = "720p";

    /// <summary>Who may be seen, in Google's word; null leaves it to the region's own rule.</summary>
    public string? PersonGeneration { get; init; }

    /// <summary>For one call: none of them waits for the clip.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait for the next piece of a file.</summary>
    public TimeSpan FileSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a whole file.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether files may lie on this machine: in the sandbox only.</summary>
    public bool LoopbackAllowed { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}"));
        return true;
    }
}
