using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Grains;
using Campaigns.Grains.Hindrances;
using GraphQL.DataLoader;

namespace Campaigns.Api.Hindrances;

/// <summary>Why posts have not gone out: however many of a page are asked about, it is one question.</summary>
public sealed class WaitingPosts
{
    private readonly Batch<Guid, HindranceView?> publications;

    /// <summary>One a request.</summary>
    public WaitingPosts(Caller caller, IGrainFactory grains) =>
        publications = new(
            async (ids, ct) =>
            {
                var grain = grains.Hindrances(caller.Require(Permission.View).Tenant);
                var found = new Dictionary<Guid, HindranceView?>();
                foreach (var some in ids.Chunk(IHindranceGrain.MostAtOnce))
                foreach (var (id, hindrances) in await grain.Of(some, ct))
                    found[id] = HindranceView.Of(hindrances);
                return id => found.GetValueOrDefault(id);
            }
        );

    /// <summary>What keeps a publication back; null when nothing does any more: its verdict says how it ended.</summary>
    internal IDataLoaderResult<HindranceView?> Of(Guid publication) => publications.Load(publication);

    /// <summary>The answer about what has ended, for which nobody needs to be asked.</summary>
    internal static IDataLoaderResult<HindranceView?> Nothing { get; } = new DataLoaderResult<HindranceView?>((HindranceView?)null);
}
