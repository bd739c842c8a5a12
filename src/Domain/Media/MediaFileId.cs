namespace Campaigns.Domain.Media;

/// <summary>The UUID that a file's key begins with, behind the tenant: what its stream is named by.</summary>
public static class MediaFileId
{
    private const int Length = 36;

    /// <summary>Null when the text is no key.</summary>
    public static Guid? Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var begin = key.IndexOf('/', StringComparison.Ordinal) + 1;
        return begin > 0 && key.Length > begin + Length && Guid.TryParseExact(key.AsSpan(begin, Length), "D", out var id) ? id : null;
    }
}
