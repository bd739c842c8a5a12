using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Webhooks;

/// <summary>Tells the silo which webhooks have something to be told, whoever owns them. Any call may throw <see cref="NpgsqlException"/>.</summary>
public sealed class WebhookWork
{
    private static readonly string[] Names = [.. WebhookTopics.EventNames];

    private readonly NpgsqlDataSource source;

    internal WebhookWork(NpgsqlDataSource source) => this.source = source;

    /// <summary>Enabled webhooks for which something happened that no message is written of yet.</summary>
    /// <param name="tenants">Only these tenants'; null: all.</param>
    /// <param name="above">Nothing at or below this position of history is looked at: it was before.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<List<WebhookToWake>> Behind(IReadOnlyCollection<string>? tenants, string above, CancellationToken ct = default) =>
        Read(
            """
            select w.tenant, w.id, w.since::text
            from read.webhooks w
            left join webhooks.progress p on p.tenant = w.tenant and p.webhook = w.id
            where w.state = 'enabled' and ($1 is null or w.tenant = any ($1)) and exists (
              select from read.history h
              where h.tenant = w.tenant and h.name = any ($3)
                -- What was looked at before need not be, but for one that was just enabled and is to be told what it missed.
                and h.position > greatest(w.since, coalesce(p.position, 0), case when w.last_position <= $2::bigint then $2::bigint end)
            )
            """,
            ct,
            new() { Value = (object?)tenants?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new() { Value = above },
            new() { Value = Names }
        );

    /// <summary>Webhooks with messages to be sent by <paramref name="until"/>, and removed ones whose messages are not given up yet.</summary>
    public Task<List<WebhookToWake>> Due(DateTimeOffset until, CancellationToken ct = default) =>
        Read(
            """
            select d.tenant, d.webhook, w.since::text
            from (select distinct tenant, webhook from webhooks.deliveries where state = 'pending' and next_attempt_at <= $1) d
            left join read.webhooks w on w.tenant = d.tenant and w.id = d.webhook
            where w.state is distinct from 'disabled'
            """,
            ct,
            new NpgsqlParameter { Value = until.UtcDateTime }
        );

    /// <summary>The next events of a tenant that may be told, behind a position of history.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The position to go on from.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<WebhookNews> News(TenantId tenant, string after, int most, CancellationToken ct = default)
    {
        // Of one moment, so that nothing is passed over between the rows and the head.
        await using var command = source.CreateCommand(
            """
            select h.head::text, r.position::text, r.kind, r.aggregate, r.version
            from (select coalesce(max(position), 0) as head from read.history where tenant = $1) h
            left join lateral (
              select * from read.history r
              where r.tenant = $1 and r.position > $2::bigint and r.name = any ($3) order by r.position limit $4
            ) r on true
            order by r.position
            """
        );
        foreach (var value in (object[])[tenant.Value, after, Names, most])
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (events, head) = (new List<WebhookNews.Item>(), "0");
        while (await reader.ReadAsync(ct))
        {
            head = reader.GetString(0);
            if (!reader.IsDBNull(1))
                events.Add(new(reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt64(4)));
        }
        return new(events, events.Count == most ? events[^1].Position : head);
    }

    /// <summary>How many webhooks a tenant has.</summary>
    public async Task<int> Count(TenantId tenant, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand("select count(*)::int from read.webhooks where tenant = $1");
        command.Parameters.Add(new() { Value = tenant.Value });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Deletes messages that ended long ago, some at a time. Answers how many.</summary>
    public async Task<int> Forget(DateTimeOffset endedBefore, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand(
            """
            delete from webhooks.deliveries d using (
              select tenant, id from webhooks.deliveries where ended_at < $1 order by ended_at limit 1000
            ) old where d.tenant = old.tenant and d.id = old.id
            """
        );
        command.Parameters.Add(new() { Value = endedBefore.UtcDateTime });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<WebhookToWake>> Read(string question, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(question);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<WebhookToWake>();
        while (await reader.ReadAsync(ct))
            found.Add(new(TenantId.Parse(reader.GetString(0)), new(reader.GetGuid(1)), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return found;
    }
}

/// <summary>A webhook that has something to do.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Webhook">Which.</param>
/// <param name="Since">It is told of nothing at or before this position; null when it is gone.</param>
public sealed record WebhookToWake(TenantId Tenant, WebhookId Webhook, string? Since);

/// <summary>Events that webhooks may be told of.</summary>
/// <param name="Events">In the order of the log.</param>
/// <param name="Position">All of them up to here were given: go on from here.</param>
public sealed record WebhookNews(IReadOnlyList<WebhookNews.Item> Events, string Position)
{
    /// <summary>One of them, as the log can be asked for it.</summary>
    /// <param name="Position">Its place in the log.</param>
    /// <param name="Kind">The kind of aggregate.</param>
    /// <param name="Aggregate">Which.</param>
    /// <param name="Version">Its place in that stream.</param>
    public sealed record Item(string Position, string Kind, Guid Aggregate, long Version);
}
