using System.Text;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>How to reach a store of Vercel Blob, which is a public one.</summary>
/// <param name="BaseUrl">Without a slash at its end.</param>
/// <param name="Token"><c>vercel_blob_rw_STORE_SECRET</c>; never part of an address, a log or a printed record.</param>
public sealed record BlobOptions(Uri BaseUrl, string Token)
{
    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://vercel.com/api/blob");

    /// <summary>For a call that carries no file.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a picture, or one part of a video.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often a call is made in all, where another may help.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Before the second call; twice as long before each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The store's id, as the token has it; null when the token has not the shape of one.</summary>
    public string? Store => Token.Split('_') is ["vercel", "blob", "rw", { Length: > 0 } store, { Length: > 0 }, ..] ? store : null;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(FormattableString.Invariant($"BaseUrl = {BaseUrl}, Store = {Store}"));
        return true;
    }
}
