using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Grains.Scheduling;

namespace Campaigns.Grains.Campaigns;

/// <summary>A campaign and its items.</summary>
public partial interface ICampaignGrain : IGrainWithStringKey
{
    /// <summary>Begins it.</summary>
    Task<Outcome> Create(CreateCampaign ask, CommandContext by);

    /// <summary>Names it otherwise.</summary>
    Task<Outcome> Rename(RenameCampaign ask, CommandContext by);

    /// <summary>Sets what holds for its late posts.</summary>
    Task<Outcome> SetLatePolicy(SetCampaignLatePolicy ask, CommandContext by);

    /// <summary>Changes the brief.</summary>
    Task<Outcome> ChangeBrief(ChangeBrief ask, CommandContext by);

    /// <summary>Asks for posts to be written, and perhaps illustrated. The result comes as events.</summary>
    Task<Outcome> RequestWriting(RequestWriting ask, CommandContext by);

    /// <summary>Asks for what the last order left out.</summary>
    Task<Outcome> RequestMissing(RequestMissing ask, CommandContext by);

    /// <summary>Asks for an item, or a field of it, to be written anew; what was scheduled of it is withdrawn first if it changes at once.</summary>
    Task<Outcome> RequestRewrite(RequestRewrite ask, CommandContext by);

    /// <summary>Takes one of the ways that were offered; what was scheduled of the item is withdrawn first.</summary>
    Task<Outcome> ChooseVariant(ChooseVariant ask, CommandContext by);

    /// <summary>Asks for a better brief. It comes as a suggestion.</summary>
    Task<Outcome> ImproveBrief(ImproveBrief ask, CommandContext by);

    /// <summary>Asks again for what failed.</summary>
    Task<Outcome> RetryJob(RetryJob ask, CommandContext by);

    /// <summary>Adds a post by hand.</summary>
    Task<Outcome> AddItem(AddItem ask, CommandContext by);

    /// <summary>Changes a post's words or kind; what was scheduled of it is withdrawn first.</summary>
    Task<Outcome> EditItem(EditItem ask, CommandContext by);

    /// <summary>Takes a post out; what was scheduled of it is withdrawn first.</summary>
    Task<Outcome> RemoveItem(RemoveItem ask, CommandContext by);

    /// <summary>Asks for a picture; what was scheduled of the post is withdrawn first. The result comes as an event.</summary>
    Task<Outcome> RequestIllustration(RequestIllustration ask, CommandContext by);

    /// <summary>Asks for a picture to be changed; what was scheduled of the post is withdrawn first. The result comes as an event.</summary>
    Task<Outcome> ChangePicture(ChangePicture ask, CommandContext by);

    /// <summary>Asks for a part to be made anew; what was scheduled of the post is withdrawn first. The result comes as an event.</summary>
    Task<Outcome> RemakePart(RemakePart ask, CommandContext by);

    /// <summary>Puts files into a post; what was scheduled of it is withdrawn first.</summary>
    Task<Outcome> AttachMedia(AttachMedia ask, CommandContext by);

    /// <summary>Asks for approval.</summary>
    Task<Outcome> RequestApproval(RequestApproval ask, CommandContext by);

    /// <summary>Approves the content as it is.</summary>
    Task<Outcome> Approve(ApproveItem ask, CommandContext by);

    /// <summary>Asks for changes; what was scheduled of the post is withdrawn first.</summary>
    Task<Outcome> RequestChanges(RequestChanges ask, CommandContext by);

    /// <summary>Puts a post on the calendar, or out at once.</summary>
    Task<Outcome> SchedulePost(SchedulePost ask, CommandContext by);

    /// <summary>What would come of <see cref="SchedulePost"/> now; changes nothing.</summary>
    Task<ScheduleTrial> TrySchedulePost(SchedulePost ask);

    /// <summary>Puts a post on the calendar again and again. A repeated command goes on where the first one was cut off.</summary>
    /// <param name="ask">Which post, where and when.</param>
    /// <param name="dryRun">Only says what would come of it.</param>
    /// <param name="by">Who asks.</param>
    Task<SeriesAnswer> ScheduleSeries(ScheduleSeries ask, bool dryRun, CommandContext by);

    /// <summary>Its series, as they stand; those that are over are forgotten when another is planned.</summary>
    Task<KnownSeries> ListSeries();

    /// <summary>Takes the rest of a series back.</summary>
    Task<SeriesAnswer> CancelSeries(CancelSeries ask, CommandContext by);

    /// <summary>Moves everything that is scheduled. A repeated command goes on where the first one was cut off.</summary>
    /// <param name="ask">By how much.</param>
    /// <param name="dryRun">Only says what would come of it.</param>
    /// <param name="by">Who asks.</param>
    Task<MoveAnswer> Move(MoveCampaign ask, bool dryRun, CommandContext by);

    /// <summary>An AI job ended. Hearing it twice changes nothing.</summary>
    Task<Outcome> RecordResult(GenerationId job, GenerationResult result);
}
