using System.Text;

namespace Campaigns.Integrations.Replicate;

/// <summary>How to reach Replicate.</summary>
/// <param name="BaseUrl">Up to and including <c>/v1</c>.</param>
/// <param name="ApiToken">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record ReplicateOptions(Uri BaseUrl, string ApiToken)
{
    /// <summary>As chains of models name it.</summary>
    public const string Provider = "replicate";

    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://api.replicate.com/v1");

    /// <summary>In Replicate's word; larger ones would only be scaled down.</summary>
    public string Resolution { get; init; } = "1K";

    /// <summary>For one call: none of them waits for the picture.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After that long Replicate itself ends the job. 5 s to 24 h.</summary>
    public TimeSpan JobLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest wait for the next piece of a file.</summary>
    public TimeSpan FileSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a whole file.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether files may lie on this machine: in the sandbox only.</summary>
    public bool LoopbackAllowed { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}"));
        return true;
    }
}
