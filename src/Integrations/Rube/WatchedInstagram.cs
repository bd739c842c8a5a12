using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Rube;

/// <summary>Instagram, with every call told to <see cref="ProviderTelemetry"/>.</summary>
internal sealed class WatchedInstagram(IInstagram instagram) : IInstagram
{
    private const string Provider = "instagram";

    public Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "who_is", () => instagram.WhoIs(token, ct));

    public Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "create_container", () => instagram.CreateContainer(account, post, ct));

    public Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "create_carousel_item", () => instagram.CreateCarouselItem(account, file, ct));

    public Task<Reply<ContainerId>> CreateCarousel(
        InstagramAccount account,
        IReadOnlyList<ContainerId> children,
        string caption,
        CancellationToken ct
    ) => ProviderTelemetry.Watch(Provider, "create_carousel", () => instagram.CreateCarousel(account, children, caption, ct));

    public Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "container_status", () => instagram.StatusOf(account, container, ct));

    public Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "publish", () => instagram.Publish(account, container, sendBy, ct));

    public Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "quota", () => instagram.QuotaOf(account, ct));
}
