using Campaigns.Api.Publications;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains.History;

namespace Campaigns.Api.Campaigns;

/// <summary>A campaign as it was at one moment. Nothing in it is of another time: other things it names by their ids.</summary>
public sealed class PastCampaign(Guid id, AsOf<Campaign.Open> was)
{
    private readonly Campaign.Open state = was.State;
    private readonly EventMark first = was.First!; // an open campaign has begun
    private readonly EventMark last = was.Last!;

    /// <summary>Its id.</summary>
    public Guid Id => id;

    /// <summary>Its name.</summary>
    public string Name => state.Name;

    /// <summary>What it was about.</summary>
    public string Brief => state.Brief;

    /// <summary>Who spoke; null for nobody in particular.</summary>
    public Guid? BrandId => state.Brand?.Uuid;

    /// <summary>What held for late posts that were scheduled then; null for what the tenant had set.</summary>
    public LatePolicyView? LatePolicy => state.Late is { } late ? LatePolicyView.Of(late) : null;

    /// <summary>Its posts, in the order they were added.</summary>
    public IReadOnlyList<PastPost> Posts => [.. state.Items.Select(item => new PastPost(item))];

    /// <summary>Whether posts were being written.</summary>
    public bool IsBeingWritten => state.Jobs.Values.Any(job => job is CampaignJob.Write);

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt => first.At;

    /// <summary>By whom: a user's id.</summary>
    public string CreatedBy => first.By.Value;

    /// <summary>When anything had last happened to it or its posts.</summary>
    public DateTimeOffset UpdatedAt => last.At;

    /// <summary>By whom: a user's id, or `system:…` for our own machinery.</summary>
    public string UpdatedBy => last.By.Value;

    /// <summary>How many events it had.</summary>
    public int Version => (int)last.Version;

    /// <summary>The place of the last of them in the log, opaque.</summary>
    public string Position => last.Position;
}
