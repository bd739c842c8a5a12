using System.Collections.Concurrent;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;
using Campaigns.Grains.Webhooks;
using Campaigns.Integrations;

namespace Campaigns.Grains.Tests.Webhooks;

/// <summary>Receivers that answer as they are told, a delivery log in memory, and the news straight from the log.</summary>
internal sealed class FakeWebhooks(Func<IEventStore> log) : IWebhookSender, IWebhookDeliveries, IWebhookNews
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId, WebhookId), string> positions = [];
    private readonly Dictionary<(TenantId, WebhookId), DateTimeOffset> failing = [];
    private readonly Dictionary<(TenantId, WebhookId, Guid), Kept> messages = [];

    /// <summary>What the receiver at a host answers; others answer 204.</summary>
    public ConcurrentDictionary<string, Func<Task<WebhookAnswer>>> Receivers { get; } = [];

    /// <summary>Everything that was sent.</summary>
    public ConcurrentQueue<WebhookMessage> Sent { get; } = [];

    /// <summary>So many of the next outcomes are lost, as in a crash after the call.</summary>
    public int LoseOutcomes { get; set; }

    public bool LoopbackAllowed => false;

    public Task<WebhookAnswer> Send(WebhookMessage message, CancellationToken ct)
    {
        Sent.Enqueue(message);
        return Receivers.TryGetValue(message.Url.Host, out var answer) ? answer() : Task.FromResult(new WebhookAnswer(204, null));
    }

    public Kept[] Of(WebhookId webhook)
    {
        lock (gate)
            return [.. messages.Where(one => one.Key.Item2 == webhook).Select(one => one.Value)];
    }

    public async Task<WebhookNewsPage> After(TenantId tenant, string after, int most, CancellationToken ct)
    {
        Assert.True(LogPosition.TryParse(after, out var begin));
        var (items, position) = (new List<WebhookNewsItem>(), begin);
        await foreach (var recorded in log().ReadAll(begin, ct))
        {
            position = recorded.Position;
            if (recorded.Tenant != tenant || !WebhookTopics.EventNames.Contains(recorded.Name))
                continue;
            var id = Guid.ParseExact(recorded.Stream.Value.Split('/')[1], "D");
            items.Add(new(recorded.Stream.Category, id, recorded.Version));
            if (items.Count == most)
                break;
        }
        return new(items, position.ToString());
    }

    /// <summary>How many webhooks each tenant has beside those of its test.</summary>
    public int Others { get; set; }

    public Task<int> Webhooks(TenantId tenant, CancellationToken ct) => Task.FromResult(Others);

    public Task<string?> Position(TenantId tenant, WebhookId webhook, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult(positions.GetValueOrDefault((tenant, webhook)));
    }

    public Task Plan(TenantId tenant, WebhookId webhook, IReadOnlyList<PlannedDelivery> planned, string? position, CancellationToken ct)
    {
        lock (gate)
        {
            foreach (var one in planned)
                messages.TryAdd((tenant, webhook, one.Id), new(one, "pending", 0, 0, one.At));
            if (position is not null)
                positions[(tenant, webhook)] = position;
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DueDelivery>> Due(TenantId tenant, WebhookId webhook, DateTimeOffset now, int most, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<DueDelivery>>([
                .. Pending(tenant, webhook)
                    .Where(one => one.NextAt <= now)
                    .OrderBy(one => one.NextAt)
                    .Take(most)
                    .Select(one => new DueDelivery(one.Message.Id, one.Message.MessageId, one.Message.Body, one.Attempts, one.Tries)),
            ]);
    }

    public Task<DateTimeOffset?> NextDue(TenantId tenant, WebhookId webhook, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult(Pending(tenant, webhook).Min(one => one.NextAt));
    }

    public Task<DateTimeOffset?> Record(TenantId tenant, WebhookId webhook, DeliveryAttempt attempt, CancellationToken ct)
    {
        lock (gate)
        {
            if (LoseOutcomes > 0)
            {
                LoseOutcomes--;
                throw new TimeoutException("cut off");
            }
            var key = (tenant, webhook, attempt.Delivery);
            var state =
                attempt.Answer.Arrived ? "delivered"
                : attempt.RetryAt is null ? "gave_up"
                : "pending";
            messages[key] = messages[key] with
            {
                State = state,
                Attempts = attempt.Number,
                Tries = messages[key].Tries + 1,
                NextAt = state == "pending" ? attempt.RetryAt : null,
            };
            if (attempt.Answer.Arrived)
                failing.Remove((tenant, webhook));
            else
                failing.TryAdd((tenant, webhook), attempt.At);
            return Task.FromResult<DateTimeOffset?>(failing.TryGetValue((tenant, webhook), out var since) ? since : null);
        }
    }

    public Task<bool> SendAgain(TenantId tenant, WebhookId webhook, Guid delivery, DateTimeOffset now, CancellationToken ct)
    {
        lock (gate)
        {
            var key = (tenant, webhook, delivery);
            if (!messages.TryGetValue(key, out var kept))
                return Task.FromResult(false);
            messages[key] = kept with { State = "pending", Tries = 0, NextAt = now };
            return Task.FromResult(true);
        }
    }

    public Task Drop(TenantId tenant, WebhookId webhook, DateTimeOffset now, CancellationToken ct)
    {
        lock (gate)
            foreach (var (key, kept) in messages.Where(one => one.Key.Item2 == webhook && one.Value.State == "pending").ToList())
                messages[key] = kept with { State = "dropped", NextAt = null };
        return Task.CompletedTask;
    }

    private IEnumerable<Kept> Pending(TenantId tenant, WebhookId webhook) =>
        messages.Where(one => one.Key.Item1 == tenant && one.Key.Item2 == webhook && one.Value.State == "pending").Select(one => one.Value);

    /// <summary>A message, and how it stands.</summary>
    public sealed record Kept(PlannedDelivery Message, string State, int Attempts, int Tries, DateTimeOffset? NextAt);
}
