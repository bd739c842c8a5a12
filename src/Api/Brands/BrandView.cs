using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.History;
using Campaigns.Api.Media;
using Campaigns.Api.Nodes;
using Campaigns.Api.Reading;
using Campaigns.Projections.Brands;
using GraphQL;

namespace Campaigns.Api.Brands;

/// <summary>A brand: who speaks in a campaign, and how.</summary>
[Name("Brand")]
[Implements(typeof(INode))]
public sealed class BrandView(BrandRow row) : INode
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>Its name.</summary>
    public string Name => row.Name;

    /// <summary>BCP 47 tag, such as `pt-BR`.</summary>
    public string Language => row.Language;

    /// <summary>What it is.</summary>
    public string? Description => row.Description;

    /// <summary>`#RRGGBB`.</summary>
    public string? PrimaryColor => row.PrimaryColor;

    /// <summary>`#RRGGBB`.</summary>
    public string? SecondaryColor => row.SecondaryColor;

    /// <summary>`#RRGGBB`.</summary>
    public string? TertiaryColor => row.TertiaryColor;

    /// <summary>Tone of voice, in its own words.</summary>
    public string? Tone => row.Tone;

    /// <summary>Its logo.</summary>
    public MediaView? Logo => MediaView.Of(row.Logo);

    /// <summary>What pictures drawn for it shall look like, too.</summary>
    public IReadOnlyList<MediaView> StyleReferences => MediaView.Of(row.StyleReferences ?? []);

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>By whom: a user's id.</summary>
    public string CreatedBy => row.CreatedBy;

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>Everything that happened to it.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="order">Oldest or latest first.</param>
    public Task<Connection<HistoryEntry>> History(
        [FromServices] Histories histories,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Asc
    ) => histories.Read(new(SubjectId: row.Id), order, Page.Of(first, after, last, before), ct);
}
