using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>Instagram through Rube's tools.</summary>
internal sealed partial class RubeInstagram(RubeClient rube, RubeOptions options, ITokenVault vault) : IInstagram
{
    public async Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct)
    {
        var reply = await rube.Run(token, options.Tools.WhoIs, new JsonObject { ["ig_user_id"] = "me" }, Effect.Reads, ct);
        return reply.Then<InstagramUser>(data => data.Id("id") is { } id && data.Id("username") is { } name ? new(new(id, name)) : null);
    }

    public async Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct)
    {
        var reply = await Run(account, options.Tools.Status, new JsonObject { ["creation_id"] = container.Value }, Effect.Reads, ct);
        return reply.Then<ContainerReading>(data =>
        {
            var layer = data.With("status_code");
            return Status(layer.Text("status_code")) is { } status ? new(new ContainerReading(status, ReasonIn(status, layer))) : null;
        });
    }

    public async Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct)
    {
        var post = new JsonObject { ["ig_user_id"] = account.UserId, ["creation_id"] = container.Value };
        return await Run(account, options.Tools.Publish, post, Effect.Publishes, ct, sendBy) switch
        {
            Reply<JsonElement>.Done { Value: var data } => data.Id("id") is { } id
                ? new Reply<MediaId>.Done(new(id))
                : new Reply<MediaId>.Unclear(
                    new(ProblemClass.OutcomeUnknown, "no_id", "Instagram said yes, but did not name what went out.")
                ),
            var no => no.PassOn<JsonElement, MediaId>(),
        };
    }

    public async Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct)
    {
        var ask = new JsonObject { ["ig_user_id"] = account.UserId, ["fields"] = "quota_usage,config" };
        var reply = await Run(account, options.Tools.Quota, ask, Effect.Reads, ct);
        return reply.Then<PublishingQuota>(data =>
            data.With("quota_usage").Number("quota_usage") is { } used
            && data.With("config").Member("config").Number("quota_total") is { } total
                ? new(new((int)used, (int)total))
                : null
        );
    }

    private async Task<Reply<JsonElement>> Run(
        InstagramAccount account,
        string tool,
        JsonObject arguments,
        Effect effect,
        CancellationToken ct,
        DateTimeOffset? sendBy = null
    )
    {
        try
        {
            return await vault.Reveal(account.Tenant, account.Token, ct) is { } token
                ? await rube.Run(token, tool, arguments, effect, ct, sendBy)
                : new Reply<JsonElement>.Rejected(
                    new(ProblemClass.AccountBroken, "no_token", "There is no token for this account any more.")
                );
        }
        catch (TokenVaultUnavailableException)
        {
            // Before anything was sent, so that even a publish call certainly did nothing.
            return new Reply<JsonElement>.Broken(new(ProblemClass.Transient, "vault_away", "The vault of tokens is away."));
        }
        catch (TokenUnreadableException unreadable)
        {
            return new Reply<JsonElement>.Broken(new(ProblemClass.Misconfigured, "token_unreadable", unreadable.Message));
        }
    }

    /// <summary>A container that failed tells in its <c>status</c> why.</summary>
    private static Problem? ReasonIn(ContainerStatus status, JsonElement layer) =>
        status is ContainerStatus.Error && GraphError.In([layer.Member("status")]) is { Subcode: not null } error
            ? GraphVerdict.OnSpoiled(error)
            : null;

    private static ContainerStatus? Status(string? code) =>
        code switch
        {
            "IN_PROGRESS" => ContainerStatus.InProgress,
            "FINISHED" => ContainerStatus.Finished,
            "PUBLISHED" => ContainerStatus.Published,
            "ERROR" => ContainerStatus.Error,
            "EXPIRED" => ContainerStatus.Expired,
            _ => null,
        };
}
