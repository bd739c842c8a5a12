using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;

namespace Campaigns.Projections.History;

/// <summary>What happened, in one English sentence for people.</summary>
internal static class EventSummary
{
    private const int Longest = 80; // of anything that people wrote

    public static string Of(DomainEvent happened) =>
        happened switch
        {
            CampaignEvent e => Of(e),
            PublicationEvent e => Of(e),
            GenerationEvent e => Of(e),
            AccountEvent e => Of(e),
            BrandEvent e => Of(e),
            MediaFileEvent.Uploaded { Media.IsVideo: true } => "A video was uploaded.",
            MediaFileEvent.Uploaded => "A picture was uploaded.",
            MediaFileEvent.Removed => "A file was removed.",
            TenantEvent e => Of(e),
            LedgerEvent e => Ledgers.LedgerSummary.Of(e),
            WebhookEvent e => Webhooks.WebhookSummary.Of(e),
            _ => "Something happened that this version has no words for.",
        };

    private static string Of(CampaignEvent happened) =>
        happened switch
        {
            CampaignEvent.Created e => $"Campaign {Quoted(e.Name)} was begun.",
            CampaignEvent.Renamed e => $"The campaign was renamed to {Quoted(e.Name)}.",
            CampaignEvent.BriefChanged e => $"The brief was changed: {Quoted(e.Brief)}",
            CampaignEvent.LatePolicySet { Policy: null } => "What holds for late posts of the campaign is again what the tenant has set.",
            CampaignEvent.LatePolicySet e => $"What holds for late posts of the campaign was set: {e.Policy.InWords}.",
            CampaignEvent.WritingRequested e =>
                $"{Counted(e.Order.Posts.Sum(post => post.Count), "post")} in {e.Order.Language} asked for.",
            CampaignEvent.Written e => $"{Counted(e.Items.Count, "post")} written by {e.MadeBy.Model}.",
            CampaignEvent.WritingFailed e => $"The posts could not be written: {e.Problem.Message}",
            CampaignEvent.ItemAdded { Post.Kind: PostKind.Photo } e =>
                $"A post for {e.Post.Platform} was added: {Quoted(e.Post.Text.Caption)}",
            CampaignEvent.ItemAdded e => $"A {Named(e.Post.Kind)} for {e.Post.Platform} was added: {Quoted(e.Post.Text.Caption)}",
            CampaignEvent.ItemKindChanged e => $"A post became a {Named(e.Kind)}.",
            CampaignEvent.ItemTextChanged e => $"A post's words were changed: {Quoted(e.Text.Caption)}",
            CampaignEvent.ItemRemoved => "A post was taken out.",
            CampaignEvent.IllustrationRequested e => $"A picture was asked for: {Quoted(e.Prompt)}",
            CampaignEvent.ItemIllustrated e => $"A picture was drawn by {e.MadeBy.Model}.",
            CampaignEvent.IllustrationFailed e => $"A picture could not be drawn: {e.Problem.Message}",
            CampaignEvent.PartRequested or CampaignEvent.PartMade or CampaignEvent.PartFailed or CampaignEvent.ItemAssembled =>
                RunSummary.Of(happened),
            CampaignEvent.RewriteRequested or CampaignEvent.VariantsOffered or CampaignEvent.VariantChosen or CampaignEvent.RewriteFailed =>
                RunSummary.Of(happened),
            CampaignEvent.BriefImprovementRequested or CampaignEvent.BriefSuggested or CampaignEvent.BriefImprovementFailed =>
                RunSummary.Of(happened),
            CampaignEvent.MediaAttached { MoreMedia.Count: > 0 } e => $"{e.AllMedia.Count} files were put into a post.",
            CampaignEvent.MediaAttached { Media.IsVideo: true } e =>
                $"A video of {e.Media.Width}×{e.Media.Height} pixels was put into a post.",
            CampaignEvent.MediaAttached e => $"A picture of {e.Media.Width}×{e.Media.Height} pixels was put into a post.",
            CampaignEvent.ApprovalRequested e => $"Approval of a post was asked for{Noted(e.Note)}",
            CampaignEvent.ItemApproved e => $"A post was approved by {e.By}{Noted(e.Note)}",
            CampaignEvent.ChangesRequested e => $"{e.By} asked for changes to a post: {Quoted(e.Reason)}",
            CampaignEvent.ReviewerInvited e => $"{Quoted(e.Name)} was invited from outside to review {Counted(e.Posts.Count, "post")}.",
            CampaignEvent.InviteRevoked => "An invitation to review was taken back.",
            CampaignEvent.Commented e => $"{e.By} said of a post: {Quoted(e.Text)}",
            CampaignEvent.PublicationPlanned => "A post is about to be scheduled.",
            CampaignEvent.SeriesPlanned e => $"A post is about to be scheduled {Counted(e.Times.Count, "time")}, {e.Rule}.",
            CampaignEvent.SeriesAdvanced e => SchedulingSummary.Of(e.Outcomes),
            CampaignEvent.SeriesCancelled e => $"The rest of a series is taken back: {Quoted(e.Reason)}",
            CampaignEvent.MovePlanned e => $"The campaign is about to be moved by {e.Span}: {Counted(e.Moves.Count, "publication")}.",
            CampaignEvent.MoveAdvanced e => SchedulingSummary.Of(e.Outcomes),
            _ => "Something happened to the campaign.",
        };

    private static string Of(PublicationEvent happened) =>
        happened switch
        {
            PublicationEvent.Scheduled e => $"Scheduled to go out on @{e.Target.Username}, {Told(e.When)}.",
            PublicationEvent.Rescheduled e => $"Moved to {Told(e.When)}.",
            PublicationEvent.ApprovalVoided => "Its approval is void as it was moved: its new time must be approved.",
            PublicationEvent.ApprovalWaived => "Its new time needs no approval any more.",
            PublicationEvent.Reapproved e => $"Its new time was approved by {e.By}.",
            PublicationEvent.Held e => $"Held: {Quoted(e.Reason)}",
            PublicationEvent.Released => "Released.",
            PublicationEvent.ChildContainerCreated e => $"File {e.Place + 1} of the carousel was uploaded to Instagram, still hidden.",
            PublicationEvent.ChildContainerReady => "Instagram can show a file of the carousel.",
            PublicationEvent.ChildContainerDropped e =>
                $"The upload of a file of the carousel cannot be used any more and is made again: {e.Problem.Message}",
            PublicationEvent.SlotReserved e => $"A place in the account's day is kept for it: {Told(e.At)}.",
            PublicationEvent.WeeklySlotFreed => "The slot of the account's week that it was moved out of is free again.",
            PublicationEvent.SlotReleased => "Its place in the account's day was given back.",
            PublicationEvent.Deferred e => $"It waits {Until(e.Until)}: {InWords(e.Because)}.",
            PublicationEvent.DecisionAsked e => $"A person must decide by {Told(e.DecideBy)} whether it goes out late: {e.Reason}",
            PublicationEvent.CarriedOver e => $"It takes the next moment that is allowed: {e.Reason}",
            PublicationEvent.ContainerCreated => "Uploaded to Instagram, still hidden.",
            PublicationEvent.ContainerReady => "Instagram can publish it.",
            PublicationEvent.ContainerDropped e => $"The upload cannot be used any more and is made again: {e.Problem.Message}",
            PublicationEvent.PublishStarted e => $"Publish call {e.Attempt} was begun.",
            PublicationEvent.OutcomeUnclear e => $"The publish call's outcome is not known, Instagram is asked: {e.Problem.Message}",
            PublicationEvent.FoundUnpublished => "Instagram says that it is not public.",
            PublicationEvent.FoundSpent =>
                "Instagram says that what was uploaded can no longer be published; it is asked again before that is believed.",
            PublicationEvent.WentLive { Proof: LiveProof.ContainerStatus } => "It is public: the upload's status says so.",
            PublicationEvent.WentLive e => $"It is public: Instagram gave it the id {e.Media}.",
            PublicationEvent.AttemptFailed e =>
                $"{e.Phase} failed, to be tried again at {e.RetryAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {e.Problem.Message}",
            PublicationEvent.GaveUp e => $"Given up: {e.Problem.Message}",
            PublicationEvent.Skipped e => $"Skipped: {e.Reason}",
            PublicationEvent.Withdrawn e => $"Taken back: {Quoted(e.Reason)}",
            PublicationEvent.NeedsPerson e => $"A person must look: {e.Problem.Message} {e.Tried}",
            _ => "Something happened to the publication.",
        };

    private static string Of(GenerationEvent happened) =>
        happened switch
        {
            GenerationEvent.TextRequested e =>
                $"{Counted(e.Order.Posts.Sum(post => post.Count), "post")} to be written in {e.Order.Language}.",
            GenerationEvent.ImageRequested e => $"A picture to be drawn: {Quoted(e.Prompt)}",
            GenerationEvent.AttemptStarted e => $"Call {e.Attempt} of the model was begun.",
            GenerationEvent.AttemptFailed e =>
                $"The call failed, to be made again at {e.RetryAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {e.Problem.Message}",
            GenerationEvent.TextProduced e => $"{Counted(e.Posts.Count, "post")} came from {e.MadeBy.Model}.",
            GenerationEvent.ImageProduced e => $"A picture came from {e.MadeBy.Model}.",
            GenerationEvent.Requested or GenerationEvent.Planned or GenerationEvent.OperationBegun or GenerationEvent.ProgressMade =>
                RunSummary.Of(happened),
            GenerationEvent.AttemptEnded or GenerationEvent.AttemptSettled or GenerationEvent.MovedOn or GenerationEvent.AnswerFaulty =>
                RunSummary.Of(happened),
            GenerationEvent.Rewritten
            or GenerationEvent.BriefImproved
            or GenerationEvent.MediaProduced
            or GenerationEvent.CancelRequested => RunSummary.Of(happened),
            GenerationEvent.Failed e => $"It will not come: {e.Problem.Message}",
            GenerationEvent.Delivered => "The campaign has heard of the outcome.",
            _ => "Something happened to the AI job.",
        };

    private static string Of(AccountEvent happened) =>
        happened switch
        {
            AccountEvent.Connected e => $"@{e.Username} was connected.",
            AccountEvent.Reconnected e => $"@{e.Username} was connected anew.",
            AccountEvent.TroubleFound e => $"The account cannot be used: {e.Problem.Message}",
            AccountEvent.Disconnected => "The account was taken away.",
            AccountEvent.Held e => $"The account was held: {Quoted(e.Reason)}",
            AccountEvent.Released => "The account was released.",
            AccountEvent.TroubleCleared => "The account can be used again.",
            AccountEvent.Blocked e => $"Instagram blocks the account, nothing is tried until {Told(e.Until)}: {e.Problem.Message}",
            AccountEvent.QuotaRead e => $"Instagram says that {e.Used} of {e.Total} posts a day are used.",
            AccountEvent.SlotReserved e => $"A place was kept for a post: {Told(e.At)}.",
            AccountEvent.SlotReleased => "A place that was kept for a post was given back.",
            AccountEvent.WeeklySlotsSet { Slots.InWords: { } slots } => $"The weekly slots were set: {slots}.",
            AccountEvent.WeeklySlotsSet => "The weekly slots were taken away.",
            AccountEvent.WeeklySlotTaken e => $"A slot was taken by a post: {Told(e.When)}.",
            AccountEvent.WeeklySlotFreed => "A slot that a post had taken is free again.",
            AccountEvent.PaceSet { Spacing: { } spacing } => $"Its posts are kept {spacing.TotalSeconds:0} seconds apart.",
            AccountEvent.PaceSet => "Its posts are kept apart as those of every account.",
            _ => "Something happened to the account.",
        };

    private static string Of(BrandEvent happened) =>
        happened switch
        {
            BrandEvent.Created e => $"Brand {Quoted(e.Profile.Name)} was set up.",
            BrandEvent.ProfileChanged e => $"The profile of brand {Quoted(e.Profile.Name)} was changed.",
            BrandEvent.StyleReferenceAdded => "A picture was made a style reference of the brand.",
            BrandEvent.StyleReferenceRemoved => "A style reference of the brand was taken away.",
            _ => "Something happened to the brand.",
        };

    private static string Of(TenantEvent happened) =>
        happened switch
        {
            TenantEvent.ZoneSet e => $"The home zone was set to {e.Zone}.",
            TenantEvent.ApprovalPolicySet { Policy: ApprovalPolicy.None } => "Posts need no approval any more.",
            TenantEvent.ApprovalPolicySet { Policy: ApprovalPolicy.External } =>
                "Posts need the approval of an outside reviewer from now on.",
            TenantEvent.ApprovalPolicySet => "Posts need approval from now on.",
            TenantEvent.Held e => $"Everything was held: {Quoted(e.Reason)}",
            TenantEvent.Released => "Everything was released.",
            TenantEvent.LatePolicySet e => $"What holds for late posts was set: {e.Policy.InWords}.",
            TenantEvent.QuietHoursSet { Hours: { } hours } => $"Quiet hours were set: {hours.From} to {hours.To}.",
            TenantEvent.QuietHoursSet => "Quiet hours were taken away.",
            TenantEvent.PaceSet { Spacing: { } spacing } => $"Posts of an account are kept {spacing.TotalSeconds:0} seconds apart.",
            TenantEvent.AiLimitsSet e => Ledgers.LedgerSummary.Of(e.Limits, "The tenant's AI"),
            TenantEvent.RolePermissionsSet { Permissions: null } e => $"The role {e.Role} may do what is usual again.",
            TenantEvent.RolePermissionsSet { Permissions.Count: 0 } e => $"The role {e.Role} may do nothing.",
            TenantEvent.RolePermissionsSet e => $"The role {e.Role} may do: {string.Join(", ", e.Permissions!)}.",
            TenantEvent.ServiceTokenCreated e => $"A service token was made: {Quoted(e.Described.Name)}",
            TenantEvent.ServiceTokenRevoked => "A service token was revoked.",
            TenantEvent.PersonErased e => $"Name and address of {e.Person} were erased.",
            TenantEvent.ErasureAsked e => $"Everything is to be erased at {Told(e.DueAt)}.",
            TenantEvent.ErasureCancelled => "The erasure was cancelled.",
            TenantEvent.PaceSet => "Only late posts of an account are kept apart.",
            _ => "Something happened to the settings.",
        };

    private static string Named(PostKind kind) => kind.ToString().ToLowerInvariant();

    private static string Until(DateTimeOffset? until) => until is { } at ? $"until {Told(at)}" : "until a person acts";

    private static string InWords(DeferralReason because) =>
        because switch
        {
            DeferralReason.QuietHours => "quiet hours",
            DeferralReason.Pace => "the account's posts are kept apart",
            DeferralReason.Quota => "the account has published as much as the platform allows in a day",
            DeferralReason.AccountBlocked => "the platform blocks the account",
            _ => "the account must be reconnected",
        };

    private static string Told(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";

    private static string Told(PlannedTime when) => $"{when.Local.Replace('T', ' ')} {when.Zone}";

    private static string Noted(string? note) => note is null ? "." : $": {Quoted(note)}";

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return $"“{line}”";
        // Never half of a character that takes two.
        var end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"“{line[..end]}…”";
    }
}
