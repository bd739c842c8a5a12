using System.Buffers;
using System.Text.Json.Serialization;

namespace Campaigns.Domain.Tenants;

/// <summary>Who owns the data: an organisation (<c>org_…</c>) or a personal workspace (<c>user_…</c>), as the identity provider names it.</summary>
[JsonConverter(typeof(StringIdJsonConverter<TenantId>))]
public readonly record struct TenantId : IStringId<TenantId>
{
    private const int LongestName = 60;

    // No dash and no slash: they separate category, tenant and id in a stream's name.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    private TenantId(string value) => Value = value;

    /// <inheritdoc />
    public string Value => field ?? "";

    /// <inheritdoc />
    public static TenantId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException("A tenant id is 'org_' or 'user_' and up to 60 letters, digits or underscores.");

    /// <summary>Reads a tenant id; false when the text is none.</summary>
    public static bool TryParse(string? text, out TenantId id)
    {
        var valid = text is not null && HasShape(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>Read once for every event of the log.</summary>
    private static bool HasShape(string text)
    {
        var prefix =
            text.StartsWith("org_", StringComparison.Ordinal) ? 4
            : text.StartsWith("user_", StringComparison.Ordinal) ? 5
            : text.Length;
        var name = text.AsSpan(prefix);
        return name.Length is > 0 and <= LongestName && !name.ContainsAnyExcept(Allowed);
    }
}
