using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Media;
using Campaigns.Api.Reading;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Grains;
using Campaigns.Integrations;
using Campaigns.Projections;
using Campaigns.Projections.Media;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Removes a file for good. Refused while anything points at it: a post, a brand, or a publication, whose evidence it is. What nothing points
    /// at for 7 days is removed without being asked.
    /// </summary>
    public static async Task<MediaPayload> RemoveMedia(
        [FromServices] Commander commander,
        [FromServices] Viewer viewer,
        [FromServices] IGrainFactory grains,
        [FromServices] MediaReader gallery,
        [FromServices] IMediaStore store,
        RemoveMediaInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        var tenant = await viewer.Of(ReadModels.MediaHolders, ct);
        if (MediaFileId.Of(input.Key) is not { } id || await gallery.Find(tenant, input.Key, ct) is null)
            return MediaPayload.From(new Outcome.Refused(Refusal.MediaNotFound), input.Key);
        if ((await gallery.HoldersOf(tenant, input.Key, ct)).Count > 0)
            return MediaPayload.From(new Outcome.Refused(Refusal.MediaInUse), input.Key);

        var outcome = await grains.MediaFile(tenant, id).Remove(input.Key, by);
        if (outcome is not Outcome.Refused)
            await store.Delete(tenant, input.Key, ct); // where the store is away, the sweep does it
        return MediaPayload.From(outcome, input.Key);
    }
}
