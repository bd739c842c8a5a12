using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Campaigns.Domain.Tenants;

/// <summary>Who owns the data: an organisation (<c>org_…</c>) or a personal workspace (<c>user_…</c>), as the identity provider names it.</summary>
[JsonConverter(typeof(StringIdJsonConverter<TenantId>))]
public readonly partial record struct TenantId : IStringId<TenantId>
{
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
        var valid = text is not null && Shape.IsMatch(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    // No dash and no slash: they separate category, tenant and id in a stream's name.
    [GeneratedRegex(@"\A(org|user)_[A-Za-z0-9_]{1,60}\z")]
    private static partial Regex Shape { get; }
}
