using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.Harness;
using Campaigns.Integrations.Webhooks;
using Npgsql;

namespace Campaigns.Integrations.Tests.Webhooks;

public sealed class The_delivery_log(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncDisposable
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Bakery = TenantId.Parse("org_bakery");
    private static readonly TenantId Other = TenantId.Parse("org_other");
    private static readonly WebhookAnswer Busy = new(503, "It answered 503.");
    private static readonly WebhookAnswer Taken = new(204, null);

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(database.SiloConnectionString);
    private readonly WebhookId webhook = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    private PostgresDeliveries Log => new(source);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    [Fact]
    public async Task holds_a_message_once_however_often_it_is_written()
    {
        var message = Message();
        await Log.Plan(Bakery, webhook, [message], "7", default);
        await Log.Plan(Bakery, webhook, [message with { Body = "{}" }, Message()], "9", default);
        await Log.Plan(Bakery, webhook, [], "8", default);

        var due = await Log.Due(Bakery, webhook, Nine, 10, default);
        Assert.Equal((2, message.Body), (due.Count, due.Single(one => one.Id == message.Id).Body));
        Assert.Equal("9", await Log.Position(Bakery, webhook, default));
    }

    [Fact]
    public async Task keeps_tenants_and_webhooks_apart()
    {
        await Log.Plan(Bakery, webhook, [Message()], "7", default);

        Assert.Empty(await Log.Due(Other, webhook, Nine, 10, default));
        Assert.Empty(await Log.Due(Bakery, new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), Nine, 10, default));
        Assert.Null(await Log.Position(Other, webhook, default));
    }

    [Fact]
    public async Task has_a_message_sent_again_later_and_knows_since_when_nothing_arrived()
    {
        var message = Message();
        await Log.Plan(Bakery, webhook, [message], null, default);

        Assert.Equal(Nine, await Record(message, 1, Nine, Busy, Nine.AddSeconds(5)));
        Assert.Empty(await Log.Due(Bakery, webhook, Nine, 10, default));
        Assert.Equal(Nine.AddSeconds(5), await Log.NextDue(Bakery, webhook, default));
        var due = Assert.Single(await Log.Due(Bakery, webhook, Nine.AddSeconds(5), 10, default));
        Assert.Equal((1, 1), (due.Attempts, due.Tries));

        Assert.Equal(Nine, await Record(message, 2, Nine.AddSeconds(5), Busy, Nine.AddMinutes(5)));
        Assert.Null(await Record(message, 3, Nine.AddMinutes(5), Taken, null));
        Assert.Null(await Log.NextDue(Bakery, webhook, default));
    }

    [Fact]
    public async Task starts_afresh_with_a_message_that_is_asked_for_again()
    {
        var message = Message();
        await Log.Plan(Bakery, webhook, [message], null, default);
        await Record(message, 1, Nine, Busy, null);
        Assert.Empty(await Log.Due(Bakery, webhook, Nine.AddDays(1), 10, default));

        Assert.False(await Log.SendAgain(Other, webhook, message.Id, Nine, default));
        Assert.False(await Log.SendAgain(Bakery, webhook, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Nine, default));
        Assert.True(await Log.SendAgain(Bakery, webhook, message.Id, Nine.AddHours(1), default));

        var due = Assert.Single(await Log.Due(Bakery, webhook, Nine.AddHours(1), 10, default));
        Assert.Equal((1, 0), (due.Attempts, due.Tries));
    }

    [Fact]
    public async Task drops_what_waits_for_a_webhook_that_is_gone()
    {
        await Log.Plan(Bakery, webhook, [Message()], null, default);
        await Log.Drop(Bakery, webhook, Nine, default);

        Assert.Null(await Log.NextDue(Bakery, webhook, default));
    }

    [Fact]
    public async Task shows_the_api_only_its_tenants_messages()
    {
        var message = Message();
        await Log.Plan(Bakery, webhook, [message], null, default);
        await Record(message, 1, Nine, Busy, Nine.AddDays(1));

        Assert.Equal((1, 1), await SeenBy("org_bakery"));
        Assert.Equal((0, 0), await SeenBy("org_other"));
        Assert.Equal((0, 0), await SeenBy(""));

        async Task<(long, long)> SeenBy(string tenant)
        {
            await using var api = NpgsqlDataSource.Create(database.ApiConnectionString);
            await using var batch = api.CreateBatch();
            batch.BatchCommands.Add(new($"select set_config('app.tenant', '{tenant}', true)"));
            batch.BatchCommands.Add(
                new(
                    $"select (select count(*) from read.webhook_deliveries where webhook = '{webhook}'), "
                        + $"(select count(*) from read.webhook_attempts where delivery = '{message.Id}')"
                )
            );
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            return (reader.GetInt64(0), reader.GetInt64(1));
        }
    }

    private Task<DateTimeOffset?> Record(
        PlannedDelivery message,
        int number,
        DateTimeOffset at,
        WebhookAnswer answer,
        DateTimeOffset? retry
    ) => Log.Record(Bakery, webhook, new(message.Id, number, at, TimeSpan.FromMilliseconds(20), answer, retry), default);

    private static PlannedDelivery Message() =>
        new(
            Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            "msg_1",
            Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            "post.live",
            """{"type":"post.live"}""",
            Nine
        );
}
