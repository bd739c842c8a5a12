using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Webhooks;

/// <summary>
/// Tells one webhook. It writes the messages that are missing, sends those that are due, and looks again, until nothing is left to do soon. The
/// table of deliveries is its only memory: what a crash cuts off is sent again under the same id.
/// </summary>
internal sealed class WebhookDispatchGrain(
    Journal journal,
    IWebhookNews news,
    IWebhookDeliveries deliveries,
    IWebhookSender sender,
    ITokenVault vault,
    ILogger<WebhookDispatchGrain> logger
) : Grain, IWebhookDispatchGrain
{
    private const int PageSize = 200;
    private const int AtOnce = 8;

    /// <summary>Pauses up to this are waited out here; longer ones by the sweep.</summary>
    private static readonly TimeSpan TimerSpan = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestAfterFailure = TimeSpan.FromMinutes(1);

    private IGrainTimer? timer;
    private string? since;
    private bool running;
    private bool again;
    private int failures;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString().Split('/')[0]);

    private WebhookId Webhook => WebhookId.Parse(this.GetPrimaryKeyString().Split('/')[1]);

    private DateTimeOffset Now => journal.Clock.GetUtcNow();

    public Task Wake(string? since)
    {
        if (since is not null)
            this.since = Later(since, this.since); // whoever wakes it may know less than it does
        again = true;
        if (!running)
            Arm(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    private async Task Go(CancellationToken ct)
    {
        running = true;
        try
        {
            DateTimeOffset? next;
            do
            {
                again = false;
                next = await Step(ct);
            } while (again || next <= Now);
            failures = 0;
            if (next is { } at && at - Now <= TimerSpan)
                Arm(at - Now);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            logger.LogInformation("Webhook {Key}: stopped in between; whoever is woken next goes on", this.GetPrimaryKeyString());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "Webhook {Key}: a step failed; it is tried again", this.GetPrimaryKeyString());
            var pause = TimeSpan.FromSeconds(2 * Math.Pow(2, Math.Min(failures++, 10)));
            Arm(pause < LongestAfterFailure ? pause : LongestAfterFailure);
        }
        finally
        {
            running = false;
        }
    }

    /// <summary>Writes what is missing and sends what is due. When something is due next; null: nothing is.</summary>
    private async Task<DateTimeOffset?> Step(CancellationToken ct)
    {
        switch (await GrainFactory.Webhook(Tenant, Webhook).Describe())
        {
            case Domain.Webhooks.Webhook.Gone:
                await deliveries.Drop(Tenant, Webhook, Now, ct);
                return null;
            case Domain.Webhooks.Webhook.Open { DisabledBecause: null } open:
                await Write(open, ct);
                return await Send(open, ct) ? Now : await deliveries.NextDue(Tenant, Webhook, ct);
            default:
                return null; // whoever enables it wakes us
        }
    }

    private async Task Write(Webhook.Open open, CancellationToken ct)
    {
        if (since is not { } begin)
            return;
        var messages = new WebhookMessages(journal.Events, Tenant);
        var position = Later(begin, await deliveries.Position(Tenant, Webhook, ct));
        while (true)
        {
            var page = await news.After(Tenant, position, PageSize, ct);
            var planned = await messages.Of(Webhook, open, page.Events, Now, ct);
            if (page.Position != position)
                await deliveries.Plan(Tenant, Webhook, planned, page.Position, ct);
            if (page.Events.Count < PageSize)
                return;
            position = page.Position;
        }
    }

    /// <summary>Sends some of what is due. Whether more may be due at once.</summary>
    private async Task<bool> Send(Webhook.Open open, CancellationToken ct)
    {
        var due = await deliveries.Due(Tenant, Webhook, Now, AtOnce, ct);
        if (due.Count == 0)
            return false;
        var secrets = await Secrets(open, ct);
        var failing = await Task.WhenAll(due.Select(one => Send(open, one, secrets, ct)));
        if (failing.Max() is { } reason)
        {
            await GrainFactory.Webhook(Tenant, Webhook).GiveUp(reason);
            again = true;
        }
        return due.Count == AtOnce;
    }

    /// <summary>Sends one message. Why its webhook is to be disabled; null when it is not.</summary>
    private async Task<string?> Send(Webhook.Open open, DueDelivery due, IReadOnlyList<string> secrets, CancellationToken ct)
    {
        var begun = Now;
        var stamp = journal.Clock.GetTimestamp();
        var answer = await sender.Send(new(new Uri(open.Url), due.MessageId, begun, due.Body, secrets), ct);
        var pause = answer.Arrived ? null : DeliverySchedule.PauseAfter(due.Tries + 1, Random.Shared.NextDouble(), answer.RetryAfter);
        var attempt = new DeliveryAttempt(
            due.Id,
            due.Attempts + 1,
            begun,
            journal.Clock.GetElapsedTime(stamp),
            answer,
            pause is { } wait ? Now + wait : null
        );
        var failingSince = await deliveries.Record(Tenant, Webhook, attempt, ct);
        return answer switch
        {
            { Status: 410 } => "The receiver answered 410: it is gone for good.",
            _ when failingSince < Now - DeliverySchedule.DisabledAfter =>
                $"Nothing has arrived for {DeliverySchedule.DisabledAfter.TotalDays:0} days. The last time: {answer.Error}",
            _ => null,
        };
    }

    /// <summary>The newest first, and the former one as long as it is good.</summary>
    private async Task<IReadOnlyList<string>> Secrets(Webhook.Open open, CancellationToken ct)
    {
        TokenRef[] names = open.Former is { } former && Now < former.Until ? [open.Secret, former.Secret] : [open.Secret];
        var secrets = new List<string>();
        foreach (var name in names)
            if (await vault.Reveal(Tenant, name, ct) is { } secret)
                secrets.Add(secret);
        return secrets.Count > 0
            ? secrets
            : throw new InvalidOperationException($"The secret of webhook {Webhook} is not in the vault: rotate it.");
    }

    private static string Later(string one, string? other) =>
        EventStore.LogPosition.TryParse(other, out var right) && EventStore.LogPosition.TryParse(one, out var left) && right > left
            ? other!
            : one;

    private void Arm(TimeSpan wait)
    {
        timer?.Dispose();
        timer = this.RegisterGrainTimer(
            Go,
            new()
            {
                DueTime = wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
                Period = Timeout.InfiniteTimeSpan,
                KeepAlive = true,
            }
        );
    }
}
