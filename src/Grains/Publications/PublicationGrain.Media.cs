using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;

namespace Campaigns.Grains.Publications;

/// <summary>How a post's files are made fit, and how a carousel comes together at the platform.</summary>
internal sealed partial class PublicationGrain
{
    /// <summary>All files made fit for the kind of post, in order; or the first that cannot be.</summary>
    private async Task<Reply<PostContent>> Fit(PostContent content)
    {
        var all = content.AllMedia;
        var fit = new List<MediaAsset>(all.Count);
        foreach (var file in all)
            switch (await stage.Fit(Tenant, file, content.Kind, CancellationToken.None))
            {
                case Reply<MediaAsset>.Done done:
                    fit.Add(done.Value);
                    break;
                case Reply<MediaAsset>.Rejected { Problem: var problem } when all.Count > 1:
                    return new Reply<PostContent>.Rejected(problem with { Message = $"File {fit.Count + 1}: {problem.Message}" });
                case var no:
                    return no.Map(_ => content);
            }
        return new Reply<PostContent>.Done(content.With(fit));
    }

    private async Task<Pause?> UploadChild(PublicationStep.UploadChild step, InstagramAccount account)
    {
        var file = step.Order.Content.AllMedia[step.Place];
        var reply = await Judged(account, await instagram.CreateCarouselItem(account, file, CancellationToken.None));
        return await Recorded(() => PublicationDecider.RecordChild(State, step, reply, Now));
    }

    private async Task<Pause?> CheckChild(PublicationStep.CheckChild step, InstagramAccount account)
    {
        var reply = await Judged(account, await instagram.StatusOf(account, step.Child.Id, CancellationToken.None));
        var pause = await Recorded(() => PublicationDecider.RecordChildCheck(State, step, reply, Now));
        return pause is null ? null : AskAgainAbout(step.Child.CreatedAt);
    }

    private async Task<Pause?> UploadCarousel(PublicationStep.UploadCarousel step, InstagramAccount account)
    {
        var caption = step.Order.Content.Caption;
        var reply = await Judged(account, await instagram.CreateCarousel(account, step.Children, caption, CancellationToken.None));
        return await Recorded(() => PublicationDecider.RecordCarousel(State, step, reply, Now));
    }

    /// <summary>Transcoding takes minutes: it is asked after less and less often.</summary>
    private Pause AskAgainAbout(DateTimeOffset createdAt) => Pause.Until(Now + pace.CheckAgainAfter(Now - createdAt));
}
