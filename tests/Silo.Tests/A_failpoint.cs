using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.Integrations;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Failpoints;
using Microsoft.Extensions.DependencyInjection;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Silo.Tests;

public sealed class A_failpoint
{
    private const string Variable = "CAMPAIGNS_FAILPOINT";

    [Theory]
    [InlineData("publish.after_call")]
    [InlineData("publication.publish_started.after_append:3")]
    public void is_refused_outside_the_sandbox(string text)
    {
        var refused = Assert.Throws<ConfigurationException>(() => SettingsReader.Read(GoodEnvironment.With((Variable, text))));

        Assert.Contains("must not be set", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish.after_cal", "which nothing passes")]
    [InlineData("publish.after_call:0", "at which passing")]
    [InlineData("publish.after_call:1:2", "at which passing")]
    public void is_refused_when_nothing_passes_it(string text, string wrong)
    {
        var refused = Assert.Throws<ConfigurationException>(() =>
            SettingsReader.Read(GoodEnvironment.With((Variable, text), ("CAMPAIGNS_SANDBOX", "true")))
        );

        Assert.Contains(wrong, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish.after_call:3", "publish.after_call", 3)]
    [InlineData("account.slot_reserved.before_append", "account.slot_reserved.before_append", 1)]
    public void is_read_in_the_sandbox(string text, string place, int passing) =>
        Assert.Equal(
            new(place, passing),
            SettingsReader.Read(GoodEnvironment.With((Variable, text), ("CAMPAIGNS_SANDBOX", "true"))).Failpoint
        );

    [Fact]
    public void that_is_not_set_leaves_nothing_around_the_log_and_the_platform()
    {
        var (log, instagram) = (Log(), new Obliging());
        using var services = Services(null, () => { }, log, instagram);

        Assert.Same(log, services.GetRequiredService<IEventStore>());
        Assert.Same(instagram, services.GetRequiredService<IInstagram>());
    }

    [Fact]
    public async Task kills_at_the_passing_that_was_meant_and_at_no_other()
    {
        var kills = 0;
        using var services = Services(new("publish.after_call", 2), () => kills++, Log(), new Obliging());
        var instagram = services.GetRequiredService<IInstagram>();

        await instagram.Publish(Account, new("1"), DateTimeOffset.MaxValue, CancellationToken.None);
        await instagram.StatusOf(Account, new("1"), CancellationToken.None);
        Assert.Equal(0, kills);
        await instagram.Publish(Account, new("2"), DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal(1, kills);
        await instagram.Publish(Account, new("3"), DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal(1, kills);
    }

    [Theory]
    [InlineData("publication.publish_started.before_append", 0)]
    [InlineData("publication.publish_started.after_append", 1)]
    public async Task at_an_append_kills_on_its_own_side_of_the_commit(string place, int committed)
    {
        var log = Log();
        using var services = Services(new(place, 1), () => throw new TimeoutException("killed"), log, new Obliging());
        var (stream, now) = (StreamName.Of("publication", Account.Tenant, "1"), DateTimeOffset.UnixEpoch);
        var started = new NewEvent(Guid.Empty, new PublishStarted(new("1"), 1, now), new(ActorId.Publisher, now));

        await Assert.ThrowsAsync<TimeoutException>(() => services.GetRequiredService<IEventStore>().Append(stream, 0, [started]));

        Assert.Equal(committed, await log.Read(stream).CountAsync());
    }

    private static InstagramAccount Account { get; } = new(TenantId.Parse("org_1"), new(Guid.Empty), "me", new(Guid.Empty));

    private static IEventStore Log() =>
        new ServiceCollection().AddInMemoryEventStore().BuildServiceProvider().GetRequiredService<IEventStore>();

    private static ServiceProvider Services(Failpoint? failpoint, Action kill, IEventStore log, IInstagram instagram)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => log);
        services.AddSingleton(_ => instagram);
        services.AddFailpoint(failpoint, kill);
        return services.BuildServiceProvider();
    }

    /// <summary>Says yes to everything.</summary>
    private sealed class Obliging : IInstagram
    {
        public Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct) => Done(new InstagramUser("1", "ada"));

        public Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct) =>
            Done(new ContainerId("1"));

        public Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct) =>
            Done(new ContainerId("1"));

        public Task<Reply<ContainerId>> CreateCarousel(
            InstagramAccount account,
            IReadOnlyList<ContainerId> children,
            string caption,
            CancellationToken ct
        ) => Done(new ContainerId("1"));

        public Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct) =>
            Done(new ContainerReading(ContainerStatus.Finished));

        public Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct) =>
            Done(new MediaId("1"));

        public Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct) => Done(new PublishingQuota(0, 50));

        private static Task<Reply<T>> Done<T>(T value) => Task.FromResult<Reply<T>>(new Reply<T>.Done(value));
    }
}
