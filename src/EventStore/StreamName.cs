using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore;

/// <summary>Names one stream: <c>category-tenant/id</c>, or <c>category-tenant</c> for the one stream a tenant has of a category.</summary>
public readonly record struct StreamName
{
    private StreamName(string value, string category, TenantId tenant) => (Value, Category, Tenant) = (value, category, tenant);

    /// <summary>The whole name.</summary>
    public string Value => field ?? "";

    /// <summary>The kind of aggregate; ends at the first dash.</summary>
    public string Category => field ?? "";

    /// <summary>Whose stream it is. Nothing addresses a stream without naming its tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>The stream of aggregate <paramref name="id"/>; null where the tenant has only one of this category.</summary>
    public static StreamName Of(string category, TenantId tenant, string? id = null) =>
        Parse(id is null ? $"{category}-{tenant}" : $"{category}-{tenant}/{id}");

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is no stream name.</exception>
    public static StreamName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var end = slash < 0 ? text.Length : slash;
        if (dash < 1 || end <= dash || slash == text.Length - 1 || text.Length > 200)
            throw new FormatException($"'{text}' is no stream name: category-tenant/id.");
        return new(text, Interned(text.AsSpan(0, dash)), TenantId.Parse(text[(dash + 1)..end]));
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>The categories there are, so that a million names do not hold a million copies of six words.</summary>
    private static string Interned(ReadOnlySpan<char> category) =>
        category switch
        {
            "campaign" => "campaign",
            "publication" => "publication",
            "generation" => "generation",
            "account" => "account",
            "brand" => "brand",
            "mediafile" => "mediafile",
            "tenant" => "tenant",
            "webhook" => "webhook",
            "ledger" => "ledger",
            "erasure" => "erasure",
            _ => category.ToString(),
        };
}
