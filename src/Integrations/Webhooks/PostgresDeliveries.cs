using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Integrations.Webhooks;

/// <summary>Messages in <c>webhooks.deliveries</c>, their attempts in <c>webhooks.attempts</c>.</summary>
internal sealed class PostgresDeliveries(NpgsqlDataSource source) : IWebhookDeliveries
{
    private const string Insert = """
        insert into webhooks.deliveries (tenant, id, webhook, message_id, event, topic, body, state, created_at, next_attempt_at)
        select $1, m.id, $2, m.message_id, m.event, m.topic, m.body, 'pending', m.at, m.at
        from unnest($3, $4, $5, $6, $7, $8) as m (id, message_id, event, topic, body, at)
        on conflict (tenant, id) do nothing
        """;

    private const string Advance = """
        insert into webhooks.progress (tenant, webhook, position) values ($1, $2, $3::bigint)
        on conflict (tenant, webhook) do update set position = greatest(webhooks.progress.position, excluded.position)
        """;

    private const string Attempted = """
        insert into webhooks.attempts (tenant, delivery, number, at, took_ms, status, error) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (tenant, delivery, number) do nothing
        """;

    // What was asked for again, or dropped, while the attempt was under way keeps its word.
    private const string Follow = """
        update webhooks.deliveries set
          attempts = greatest(attempts, $3), tries = tries + 1, last_attempt_at = $4, last_status = $5, last_error = $6,
          state = $7, next_attempt_at = $8, ended_at = case when $8::timestamptz is null then $4::timestamptz end
        where tenant = $1 and id = $2 and state = 'pending'
        """;

    private const string Failing = """
        insert into webhooks.progress (tenant, webhook, position, failing_since) values ($1, $2, 0, $3)
        on conflict (tenant, webhook) do update
          set failing_since = case when excluded.failing_since is not null then coalesce(webhooks.progress.failing_since, excluded.failing_since) end
        returning failing_since
        """;

    public async Task<string?> Position(TenantId tenant, WebhookId webhook, CancellationToken ct)
    {
        await using var command = Command(
            "select position::text from webhooks.progress where tenant = $1 and webhook = $2",
            tenant,
            webhook
        );
        return await command.ExecuteScalarAsync(ct) as string;
    }

    public async Task Plan(
        TenantId tenant,
        WebhookId webhook,
        IReadOnlyList<PlannedDelivery> planned,
        string? position,
        CancellationToken ct
    )
    {
        await using var batch = source.CreateBatch(); // one transaction
        if (planned.Count > 0)
            batch.BatchCommands.Add(Inserting(tenant, webhook, planned));
        if (position is not null)
            batch.BatchCommands.Add(Batched(Advance, tenant.Value, webhook.Uuid, position));
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<DueDelivery>> Due(
        TenantId tenant,
        WebhookId webhook,
        DateTimeOffset now,
        int most,
        CancellationToken ct
    )
    {
        await using var command = Command(
            """
            select id, message_id, body, attempts, tries from webhooks.deliveries
            where tenant = $1 and webhook = $2 and state = 'pending' and next_attempt_at <= $3
            order by next_attempt_at, id limit $4
            """,
            tenant,
            webhook,
            now.UtcDateTime,
            most
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<DueDelivery>();
        while (await reader.ReadAsync(ct))
            due.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4)));
        return due;
    }

    public async Task<DateTimeOffset?> NextDue(TenantId tenant, WebhookId webhook, CancellationToken ct)
    {
        await using var command = Command(
            "select min(next_attempt_at) from webhooks.deliveries where tenant = $1 and webhook = $2 and state = 'pending'",
            tenant,
            webhook
        );
        return Instant(await command.ExecuteScalarAsync(ct));
    }

    public async Task<DateTimeOffset?> Record(TenantId tenant, WebhookId webhook, DeliveryAttempt attempt, CancellationToken ct)
    {
        var (at, answer) = (attempt.At.UtcDateTime, attempt.Answer);
        var state =
            answer.Arrived ? "delivered"
            : attempt.RetryAt is null ? "gave_up"
            : "pending";
        await using var batch = source.CreateBatch(); // one transaction
        batch.BatchCommands.Add(
            Batched(
                Attempted,
                tenant.Value,
                attempt.Delivery,
                attempt.Number,
                at,
                (int)attempt.Took.TotalMilliseconds,
                answer.Status,
                answer.Error
            )
        );
        batch.BatchCommands.Add(
            Batched(
                Follow,
                tenant.Value,
                attempt.Delivery,
                attempt.Number,
                at,
                answer.Status,
                answer.Error,
                state,
                answer.Arrived ? null : attempt.RetryAt?.UtcDateTime
            )
        );
        batch.BatchCommands.Add(Batched(Failing, tenant.Value, webhook.Uuid, answer.Arrived ? null : at));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct); // the first two return no rows
        return Instant(reader.GetValue(0));
    }

    public async Task<bool> SendAgain(TenantId tenant, WebhookId webhook, Guid delivery, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Command(
            """
            update webhooks.deliveries set state = 'pending', tries = 0, next_attempt_at = $3, ended_at = null
            where tenant = $1 and webhook = $2 and id = $4
            """,
            tenant,
            webhook,
            now.UtcDateTime,
            delivery
        );
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    public async Task Drop(TenantId tenant, WebhookId webhook, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Command(
            """
            update webhooks.deliveries set state = 'dropped', next_attempt_at = null, ended_at = $3
            where tenant = $1 and webhook = $2 and state = 'pending'
            """,
            tenant,
            webhook,
            now.UtcDateTime
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Inserting(TenantId tenant, WebhookId webhook, IReadOnlyList<PlannedDelivery> planned) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = tenant.Value },
                new() { Value = webhook.Uuid },
                new() { Value = planned.Select(one => one.Id).ToArray() },
                new() { Value = planned.Select(one => one.MessageId).ToArray() },
                new() { Value = planned.Select(one => one.Event).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = planned.Select(one => one.Topic).ToArray() },
                new() { Value = planned.Select(one => one.Body).ToArray() },
                new() { Value = planned.Select(one => one.At.UtcDateTime).ToArray() },
            },
        };

    private static NpgsqlBatchCommand Batched(string text, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    private NpgsqlCommand Command(string text, TenantId tenant, WebhookId webhook, params object[] more)
    {
        var command = source.CreateCommand(text);
        foreach (var value in (object[])[tenant.Value, webhook.Uuid, .. more])
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static DateTimeOffset? Instant(object? value) => value is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
