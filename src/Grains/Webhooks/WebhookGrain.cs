using System.Globalization;
using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Webhooks;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Webhooks;

/// <summary>Keeps one webhook. Secrets lie in the vault before the event that names them is committed.</summary>
internal sealed class WebhookGrain(
    Journal journal,
    ITokenVault vault,
    IWebhookSender sender,
    IWebhookDeliveries deliveries,
    IWebhookNews news,
    ILogger<WebhookGrain> logger
) : EventSourcedGrain<Webhook, WebhookEvent>(journal, logger), IWebhookGrain
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);

    protected override string Category => "webhook";

    private WebhookId Webhook => WebhookId.Parse(Id);

    public Task<WebhookSecretOutcome> Create(CreateWebhook ask, CommandContext by) =>
        WithSecret(
            by,
            async name =>
            {
                // Of the read model: what is set up at the same moment may come through beyond the limit, which is there against thousands.
                var others = await news.Webhooks(Tenant, CancellationToken.None);
                return await Handle(ask, by, webhook => WebhookDecider.Create(webhook, ask, name, others, sender.LoopbackAllowed));
            }
        );

    public Task<Outcome> Change(ChangeWebhook ask, CommandContext by) =>
        Handle(ask, by, webhook => WebhookDecider.Change(webhook, ask, sender.LoopbackAllowed));

    public Task<WebhookSecretOutcome> RotateSecret(RotateWebhookSecret ask, CommandContext by) =>
        WithSecret(
            by,
            async name =>
            {
                var replaced = State is Domain.Webhooks.Webhook.Open { Former: { } former } ? former.Secret : (TokenRef?)null;
                var outcome = await Handle(ask, by, webhook => WebhookDecider.Rotate(webhook, ask, name, Now));
                if (replaced is { } old && State is Domain.Webhooks.Webhook.Open open && open.Secret != old && open.Former?.Secret != old)
                    await vault.Forget(Tenant, old, CancellationToken.None);
                return outcome;
            }
        );

    public Task<Outcome> Disable(DisableWebhook ask, CommandContext by) => Handle(ask, by, webhook => WebhookDecider.Disable(webhook, ask));

    public async Task<Outcome> Enable(EnableWebhook ask, CommandContext by)
    {
        var outcome = await Handle(ask, by, webhook => WebhookDecider.Enable(webhook, ask));
        // What waits since before; and where that is not wanted, nothing older than this.
        await GrainFactory
            .WebhookDispatch(Tenant, Webhook)
            .Wake(outcome is Outcome.Accepted accepted && !ask.DeliverMissed ? accepted.Position : null);
        return outcome;
    }

    public async Task<Outcome> Remove(RemoveWebhook ask, CommandContext by)
    {
        var outcome = await Handle(ask, by, WebhookDecider.Remove);
        // Also when repeated: a crash may have come between the event and the forgetting.
        if (outcome is not Outcome.Accepted || State is not Domain.Webhooks.Webhook.Gone gone)
            return outcome;
        try
        {
            foreach (var secret in gone.Secrets)
                await vault.Forget(Tenant, secret, CancellationToken.None);
        }
        catch (TokenVaultUnavailableException e)
        {
            Logger.LogWarning(e, "Webhook {Key}: its secrets could not be forgotten yet", this.GetPrimaryKeyString());
            return new Outcome.Unavailable(AskAgainAfter);
        }
        await Send();
        return outcome;
    }

    public Task<WebhookDeliveryOutcome> Test(CommandContext by) =>
        Sending(async () =>
        {
            // Named by the command: a repeat is the same message.
            var id = DerivedId.From(Tenant, by.Command, $"webhook test {Id}");
            var trial = WebhookMessages.Trial(Tenant, Webhook, id, Now);
            await deliveries.Plan(Tenant, Webhook, [trial], position: null, CancellationToken.None);
            return trial.Id;
        });

    public Task<WebhookDeliveryOutcome> SendAgain(Guid delivery, CommandContext by) =>
        Sending(async () => await deliveries.SendAgain(Tenant, Webhook, delivery, Now, CancellationToken.None) ? delivery : null);

    public Task<Webhook> Describe() => Ask(webhook => webhook);

    public async Task GiveUp(string reason)
    {
        await Refresh();
        await Record(WebhookDecider.GiveUp(State, reason), ActorId.Notifier);
    }

    private async Task<WebhookDeliveryOutcome> Sending(Func<Task<Guid?>> plan)
    {
        Guid? planned = null;
        var outcome = await Guard(async () =>
        {
            await Refresh();
            switch (State)
            {
                case not Domain.Webhooks.Webhook.Open:
                    return new Outcome.Refused(Refusal.WebhookNotFound);
                case Domain.Webhooks.Webhook.Open { DisabledBecause: not null }:
                    return new Outcome.Refused(Refusal.WebhookDisabled);
            }
            planned = await plan();
            if (planned is null)
                return new Outcome.Refused(Refusal.WebhookDeliveryNotFound);
            await Send();
            return Accepted;
        });
        return new(outcome, outcome is Outcome.Accepted ? planned : null);
    }

    private Task Send() => GrainFactory.WebhookDispatch(Tenant, Webhook).Wake(since: null);

    /// <summary>A command's secret is named by the command, so that a lost answer is given again with the same one.</summary>
    private async Task<WebhookSecretOutcome> WithSecret(CommandContext by, Func<TokenRef, Task<Outcome>> handle)
    {
        var name = new TokenRef(DerivedId.From(Tenant, by.Command, $"webhook secret {Id}"));
        try
        {
            return await Ask(webhook => webhook) is Domain.Webhooks.Webhook.Gone
                ? new(new Outcome.Refused(Refusal.WebhookNotFound), null)
                : await Keeping(name, handle);
        }
        catch (Exception e) when (e is StoreAwayException or TokenVaultUnavailableException)
        {
            Logger.LogWarning(e, "Webhook {Key}: the log or the vault is away", this.GetPrimaryKeyString());
            return new(new Outcome.Unavailable(AskAgainAfter), null);
        }
    }

    private async Task<WebhookSecretOutcome> Keeping(TokenRef name, Func<TokenRef, Task<Outcome>> handle)
    {
        var kept = await vault.Reveal(Tenant, name, CancellationToken.None);
        var secret =
            kept ?? string.Create(CultureInfo.InvariantCulture, $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        if (kept is null)
            await vault.Keep(Tenant, name, secret, CancellationToken.None);
        var outcome = await handle(name);
        if (State is Domain.Webhooks.Webhook.Open open && open.Secret == name)
            return new(outcome, outcome is Outcome.Accepted ? secret : null);
        // Refused, or replaced since. An append in doubt keeps it: the repeat will know.
        if (outcome is Outcome.Refused && (State as Domain.Webhooks.Webhook.Open)?.Former?.Secret != name)
            await vault.Forget(Tenant, name, CancellationToken.None);
        return new(outcome, null);
    }
}
