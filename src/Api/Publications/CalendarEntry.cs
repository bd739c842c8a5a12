using Campaigns.Api.Hindrances;
using Campaigns.Api.Reading;
using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Publications;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Publications;

/// <summary>One publication as the calendar shows it.</summary>
public sealed class CalendarEntry(CalendarRow row)
{
    /// <summary>The publication's id.</summary>
    public Guid Id => row.Id;

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt => row.DueAt;

    /// <summary>The same as a person said it: date and time on the wall in `zone`, such as `2026-11-24T09:00:00`.</summary>
    public string DueLocal => row.DueLocal;

    /// <summary>IANA name of the zone it was said in.</summary>
    public string Zone => row.Zone;

    /// <summary>What to show, in one word.</summary>
    public PublicationStatus Status => row.Status.ToShown();

    /// <summary>How far it has come at the platform.</summary>
    public PublicationStage Stage => row.Stage;

    /// <summary>When we knew that it is public; null while it is not.</summary>
    public DateTimeOffset? LiveAt => row.LiveAt;

    /// <summary>Where it goes.</summary>
    public Platform Platform => row.Platform;

    /// <summary>How it is shown.</summary>
    public PostKind Kind => row.Kind;

    /// <summary>The account's name when it was scheduled, without `@`.</summary>
    public string Username => row.Username;

    /// <summary>As it goes out, hashtags included.</summary>
    public string Caption => row.Caption;

    /// <summary>Where its first or only file can be fetched.</summary>
    public string MediaUrl => row.MediaUrl;

    /// <summary>The id of the campaign it comes from.</summary>
    public Guid CampaignId => row.Campaign;

    /// <summary>The id of the account it goes out on.</summary>
    public Guid AccountId => row.Account;

    /// <summary>Why it has not gone out at this moment, from the log itself; null when it is live or has ended.</summary>
    [Complexity(WaitingPosts.Cost, 1)]
    public IDataLoaderResult<HindranceView?>? WhyNotYet([FromServices] WaitingPosts waiting) =>
        Status is PublicationStatus.Scheduled or PublicationStatus.Held or PublicationStatus.Publishing ? waiting.Of(row.Id) : null;

    /// <summary>All there is to know of it.</summary>
    public IDataLoaderResult<PublicationView?> Publication([FromServices] Lookups lookups) => lookups.Publication(row.Id);
}
