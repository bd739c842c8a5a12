using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Publications;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains;
using Campaigns.Grains.Publications;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Puts a post on the calendar of an account. Content, approval and account are frozen with it.</summary>
    public static Task<PublicationPayload> SchedulePost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SchedulePostInput input
    ) =>
        Schedule(
            grains,
            commander,
            commander.Require(Permission.Schedule, input.CommandId),
            input.CampaignId,
            input.PublicationId,
            publication => new(input.ItemId, publication, input.AccountId, new(input.At, input.Zone), input.LatePolicy?.ToPolicy())
        );

    /// <summary>Publishes a post at once: it is scheduled for now, and goes out as soon as the platform has looked at it.</summary>
    public static Task<PublicationPayload> PublishPostNow(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        PublishPostNowInput input
    ) =>
        Schedule(
            grains,
            commander,
            commander.Require(Permission.Publish, input.CommandId),
            input.CampaignId,
            input.PublicationId,
            publication => new(input.ItemId, publication, input.AccountId, Time: null)
        );

    /// <summary>Moves a publication to another time.</summary>
    public static Task<PublicationPayload> ReschedulePublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ReschedulePublicationInput input
    ) =>
        ToPublication(
            commander,
            grains,
            Permission.Schedule,
            input,
            (publication, by) => publication.Reschedule(new(new(input.At, input.Zone)), by)
        );

    /// <summary>Sends what is scheduled out at once. Raced against its due time, it goes out once.</summary>
    public static Task<PublicationPayload> PublishNow(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        PublishNowInput input
    ) => ToPublication(commander, grains, Permission.Publish, input, (publication, by) => publication.Reschedule(new(Time: null), by));

    /// <summary>Keeps a publication from going out until it is released.</summary>
    public static Task<PublicationPayload> HoldPublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        HoldPublicationInput input
    ) => ToPublication(commander, grains, Permission.Hold, input, (publication, by) => publication.Hold(new(input.Reason), by));

    /// <summary>Lets a publication go out again: at once when its time has passed, unless `publishUntil` has passed.</summary>
    public static Task<PublicationPayload> ReleasePublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ReleasePublicationInput input
    ) => ToPublication(commander, grains, Permission.Hold, input, (publication, by) => publication.Release(new(), by));

    /// <summary>Decides about a publication that is later than its policy allows: out now, or not at all.</summary>
    public static Task<PublicationPayload> DecideLatePublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        DecideLatePublicationInput input
    ) => ToPublication(commander, grains, Permission.Publish, input, (publication, by) => publication.DecideLate(new(input.Publish), by));

    /// <summary>Takes a publication off the calendar. Refused once its publish call has begun.</summary>
    public static Task<PublicationPayload> CancelPublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CancelPublicationInput input
    ) => ToPublication(commander, grains, Permission.Schedule, input, (publication, by) => publication.Withdraw(new(input.Reason), by));

    private static async Task<PublicationPayload> Schedule(
        IGrainFactory grains,
        Commander commander,
        CommandContext by,
        CampaignId campaign,
        PublicationId? id,
        Func<PublicationId, SchedulePost> ask
    )
    {
        var publication = id ?? new PublicationId(DerivedId.From(commander.Tenant, by.Command, "publication"));
        return PublicationPayload.From(await grains.Campaign(commander.Tenant, campaign).SchedulePost(ask(publication), by), publication);
    }

    private static async Task<PublicationPayload> ToPublication(
        Commander commander,
        IGrainFactory grains,
        Permission permission,
        IPublicationInput input,
        Func<IPublicationGrain, CommandContext, Task<Outcome>> command
    )
    {
        var by = commander.Require(permission, input.CommandId);
        return PublicationPayload.From(await command(grains.Publication(commander.Tenant, input.PublicationId), by), input.PublicationId);
    }
}
