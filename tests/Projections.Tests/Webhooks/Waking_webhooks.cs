using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;
using Campaigns.Projections.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Projections.Tests.Webhooks;

public sealed class Waking_webhooks(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    private static int ids = 7000;

    private readonly TenantId tenant = TenantId.Parse($"org_w{Interlocked.Increment(ref ids)}");
    private readonly WebhookId webhook = new(Given.Uuid(Interlocked.Increment(ref ids)));

    private WebhookWork Work => new(database.Silo);

    private StreamName Stream => StreamName.Of("webhook", tenant, webhook.Value);

    [Fact]
    public async Task is_for_what_happened_since_they_were_set_up_and_no_message_is_written_of()
    {
        await Schedule(); // before
        await Create();
        Assert.False(await IsBehind());

        await Schedule();
        Assert.True(await IsBehind());
        Assert.False(await IsBehind(above: $"{(await database.Events.Head()).ToUInt64()}")); // looked at before

        var news = await Work.News(tenant, await Since(), 10);
        Assert.Equal("publication", Assert.Single(news.Events).Kind);
        await Advance(news.Position);
        Assert.False(await IsBehind());
        Assert.Empty((await Work.News(tenant, news.Position, 10)).Events);
    }

    [Fact]
    public async Task is_not_for_those_of_other_tenants_nor_for_disabled_ones()
    {
        await Create();
        await Schedule(Given.Bakery);
        Assert.False(await IsBehind());

        await database.Append(Stream, new WebhookEvent.Disabled("By hand.", ByFailure: false));
        await Schedule();
        Assert.False(await IsBehind());

        var head = $"{(await database.Events.Head()).ToUInt64()}";
        await database.Append(Stream, new WebhookEvent.Enabled(DeliverMissed: true));
        await database.Project();
        Assert.True(await IsBehind(above: head)); // it is told what it missed
    }

    [Fact]
    public async Task is_done_at_the_read_models_notice()
    {
        var woken = new TaskCompletionSource<WebhookToWake>(TaskCreationOptions.RunContinuationsAsynchronously);
        var alarm = new WebhookAlarm(
            database.Silo,
            Work,
            one =>
            {
                if (one.Webhook == webhook)
                    woken.TrySetResult(one);
                return Task.CompletedTask;
            },
            TimeProvider.System,
            NullLogger<WebhookAlarm>.Instance
        );
        await Create();
        await using var running = await database.Run();
        await ((IHostedService)alarm).StartAsync(default);
        try
        {
            Assert.False(woken.Task.IsCompleted);
            await database.Append(StreamName.Of("publication", tenant, $"{Given.Uuid(Interlocked.Increment(ref ids))}"), Given.Scheduled());

            Assert.Equal(tenant, (await woken.Task.WaitAsync(TimeSpan.FromSeconds(60))).Tenant);
        }
        finally
        {
            await ((IHostedService)alarm).StopAsync(default);
        }
    }

    private async Task Create()
    {
        await database.Append(Stream, new WebhookEvent.Created("https://hooks.example.com/", [], null, new TokenRef(Given.Uuid(77))));
        await database.Project();
    }

    private async Task Schedule(TenantId? whose = null)
    {
        var publication = new PublicationId(Given.Uuid(Interlocked.Increment(ref ids)));
        await database.Append(StreamName.Of("publication", whose ?? tenant, publication.Value), Given.Scheduled());
        await database.Project();
    }

    private async Task<bool> IsBehind(string above = "0") =>
        (await Work.Behind([tenant.Value], above)).Any(one => one.Webhook == webhook)
        && (await Work.Behind(null, above)).Any(one => one.Webhook == webhook);

    private async Task<string> Since() => (await Work.Behind([tenant.Value], "0")).Single().Since!;

    private async Task Advance(string position)
    {
        await using var command = database.Silo.CreateCommand(
            "insert into webhooks.progress (tenant, webhook, position) values ($1, $2, $3)"
        );
        foreach (var value in (object[])[tenant.Value, webhook.Uuid, long.Parse(position)])
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
