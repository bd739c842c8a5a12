using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Grains.Campaigns;

/// <summary>A campaign and its items.</summary>
public interface ICampaignGrain : IGrainWithStringKey
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

    /// <summary>Adds a post by hand.</summary>
    Task<Outcome> AddItem(AddItem ask, CommandContext by);

    /// <summary>Changes a post's words or kind; what was scheduled of it is withdrawn first.</summary>
    Task<Outcome> EditItem(EditItem ask, CommandContext by);

    /// <summary>Takes a post out; what was scheduled of it is withdrawn first.</summary>
    Task<Outcome> RemoveItem(RemoveItem ask, CommandContext by);

    /// <summary>Asks for a picture; what was scheduled of the post is withdrawn first. The result comes as an event.</summary>
    Task<Outcome> RequestIllustration(RequestIllustration ask, CommandContext by);

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

    /// <summary>An AI job ended. Hearing it twice changes nothing.</summary>
    Task<Outcome> RecordResult(GenerationId job, GenerationResult result);
}
