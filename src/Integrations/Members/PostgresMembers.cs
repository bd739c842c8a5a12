using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Integrations.Members;

/// <summary>Members in the schema <c>members</c>, operators' looks in <c>audit</c>.</summary>
internal sealed class PostgresMembers(NpgsqlDataSource source) : IMemberDirectory
{
    public async Task<bool> Take(DirectoryMessage message, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(connection, MemberStatements.ForgetOldMessages, ct, now);
        if (await Run(connection, MemberStatements.NoteMessage, ct, message.Id, now) == 0)
            return false;
        // One person's and one organisation's news one after the other: what is gone must be seen to be gone.
        foreach (var subject in Subjects(message).Order(StringComparer.Ordinal))
            await Run(connection, MemberStatements.Queue, ct, subject);
        await Apply(connection, message, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    public async Task Saw(TenantId tenant, ActorId person, string role, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run(connection, MemberStatements.Saw, ct, tenant.Value, person.Value, role, now);
    }

    public async Task<bool> Erase(TenantId tenant, ActorId person, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await Run(connection, MemberStatements.Erase, ct, tenant.Value, person.Value, now) > 0;
    }

    public async Task<int> EraseEverywhere(ActorId person, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(connection, MemberStatements.Queue, ct, person.Value);
        await Run(connection, MemberStatements.NoteGone, ct, person.Value, now);
        var known = await Run(connection, MemberStatements.DropPerson, ct, person.Value);
        await transaction.CommitAsync(ct);
        return known;
    }

    public async Task Used(TenantId tenant, ServiceTokenId token, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run(connection, MemberStatements.Used, ct, tenant.Value, token.Uuid, now);
    }

    public async Task Looked(TenantId tenant, ActorId person, string what, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run(connection, MemberStatements.Looked, ct, now, person.Value, tenant.Value, what);
    }

    private static IEnumerable<string> Subjects(DirectoryMessage message) =>
        new[]
        {
            message.Person?.Person.Value,
            message.Membership?.Person.Value,
            message.Membership?.Tenant.Value,
            message.Organization?.Tenant.Value,
            message.Gone?.Id.Value,
        }.OfType<string>();

    private static async Task Apply(NpgsqlConnection connection, DirectoryMessage message, CancellationToken ct)
    {
        if (message.Person is { } person)
        {
            object?[] values = [person.Person.Value, person.Profile.Name, person.Profile.Email, person.At];
            await Run(connection, MemberStatements.OwnWorkspace, ct, values);
            await Run(connection, MemberStatements.Person, ct, values);
        }
        if (message.Membership is { IsOver: true } over)
            await Run(connection, MemberStatements.Left, ct, over.Tenant.Value, over.Person.Value, over.At);
        else if (message.Membership is { } member)
            await Run(
                connection,
                MemberStatements.Member,
                ct,
                member.Tenant.Value,
                member.Person.Value,
                member.Role,
                member.Profile.Name,
                member.Profile.Email,
                member.JoinedAt,
                member.At
            );
        if (message.Organization is { } organization)
            await Run(connection, MemberStatements.Organization, ct, organization.Tenant.Value, organization.Name, organization.At);
        if (message.Gone is { } gone)
        {
            await Run(connection, MemberStatements.NoteGone, ct, gone.Id.Value, gone.At);
            await Run(connection, MemberStatements.DropPerson, ct, gone.Id.Value);
            await Run(connection, MemberStatements.DropMembers, ct, gone.Id.Value);
            await Run(connection, MemberStatements.DropOrganization, ct, gone.Id.Value);
        }
    }

    private static async Task<int> Run(NpgsqlConnection connection, string statement, CancellationToken ct, params object?[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
            command.Parameters.Add(
                value switch
                {
                    DateTimeOffset at => new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime },
                    Guid id => new NpgsqlParameter<Guid> { TypedValue = id },
                    _ => new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                }
            );
        return await command.ExecuteNonQueryAsync(ct);
    }
}
