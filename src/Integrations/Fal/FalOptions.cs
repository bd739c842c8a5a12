using System.Text;

namespace Campaigns.Integrations.Fal;

/// <summary>How to reach FAL's queue.</summary>
/// <param name="QueueUrl">What a model's id is appended to.</param>
/// <param name="ApiKey">Sent in a header; never part of an address, a log or a printed record.</param>
public sealed record FalOptions(Uri QueueUrl, string ApiKey)
{
    /// <summary>As chains of models name it.</summary>
    public const string Provider = "fal";

    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://queue.fal.run");

    /// <summary><c>720p</c> or <c>1080p</c>, where a model lets one choose.</summary>
    public string Resolution { get; init; } = "720p";

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
        text.Append(FormattableString.Invariant($"QueueUrl = {QueueUrl}"));
        return true;
    }
}
