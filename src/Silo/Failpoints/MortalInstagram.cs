using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Integrations;
using static Campaigns.Silo.Failpoints.Failpoint;

namespace Campaigns.Silo.Failpoints;

/// <summary>Instagram, with a failpoint on both sides of each of the saga's calls.</summary>
internal sealed class MortalInstagram(IInstagram instagram, ArmedFailpoint failpoint) : IInstagram
{
    public Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct) => instagram.WhoIs(token, ct);

    public Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct) =>
        Around(Calls.Upload, () => instagram.CreateContainer(account, post, ct));

    public Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct) =>
        Around(Calls.UploadChild, () => instagram.CreateCarouselItem(account, file, ct));

    public Task<Reply<ContainerId>> CreateCarousel(
        InstagramAccount account,
        IReadOnlyList<ContainerId> children,
        string caption,
        CancellationToken ct
    ) => Around(Calls.UploadCarousel, () => instagram.CreateCarousel(account, children, caption, ct));

    public Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct) =>
        Around(Calls.Check, () => instagram.StatusOf(account, container, ct));

    public Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct) =>
        Around(Calls.Publish, () => instagram.Publish(account, container, sendBy, ct));

    public Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct) =>
        Around(Calls.Quota, () => instagram.QuotaOf(account, ct));

    private async Task<Reply<T>> Around<T>(string name, Func<Task<Reply<T>>> call)
    {
        failpoint.Pass(BeforeCall(name));
        var reply = await call();
        failpoint.Pass(AfterCall(name));
        return reply;
    }
}
