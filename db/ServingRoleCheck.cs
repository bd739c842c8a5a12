using Npgsql;

namespace Campaigns.Database;

/// <summary>Refuses to serve requests with a role that could walk round row-level security or rewrite the log.</summary>
public static class ServingRoleCheck
{
    /// <summary>Asks the database what the role may do.</summary>
    /// <param name="source">Logs in with the role in question.</param>
    /// <param name="variable">The environment variable that holds its address, for the message.</param>
    /// <param name="forApi">Whether it serves the API, which must see no tenant but the caller's and nothing of the log.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DatabaseConfigurationException">The role has too much power; the message names role, reason and variable.</exception>
    public static async Task Refuse(NpgsqlDataSource source, string variable, bool forApi, CancellationToken ct = default)
    {
        // What a role may become, by membership, it is.
        await using var question = source.CreateCommand(
            """
            with mine as (
              select oid, rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles
              where rolname = current_user or (not (select rolsuper from pg_roles where rolname = current_user)
                and pg_has_role(current_user, oid, 'member'))
            ), ours as (
              select oid, nspname, nspowner from pg_namespace
              where nspname in ('log', 'orleans', 'read', 'analytics', 'vault', 'migrations')
            ), events as (
              select c.oid from pg_class c join ours on ours.oid = c.relnamespace where ours.nspname = 'log' and c.relname = 'events'
            )
            select current_user::text,
              (select case when rolname = current_user then 'is a superuser' else 'is a member of the superuser ' || rolname end
                from mine where rolsuper limit 1),
              (select 'is a member of ' || rolname from mine where rolname = 'neon_superuser' and rolname <> current_user),
              (select case when rolname = current_user then 'bypasses row-level security'
                else 'is a member of ' || rolname || ', which bypasses row-level security' end
                from mine where rolbypassrls limit 1),
              (select 'owns ' || ours.nspname || '.' || c.relname
                from pg_class c join ours on ours.oid = c.relnamespace join mine on mine.oid = c.relowner
                where c.relkind in ('r', 'p', 'v', 'm') order by 1 limit 1),
              (select 'owns the schema ' || nspname from ours join mine on mine.oid = ours.nspowner order by 1 limit 1),
              (select case when rolname = current_user then 'may make roles' else 'is a member of ' || rolname || ', which may make roles' end
                from mine where rolcreaterole limit 1),
              (select 'may change or delete what stands in log.events' from mine, events
                where has_table_privilege(mine.oid, events.oid, 'update, delete, truncate')
                  or has_any_column_privilege(mine.oid, events.oid, 'update')
                limit 1),
              (select case when rolname = current_user then 'serves every tenant'
                else 'is a member of ' || rolname || ', which serves every tenant' end
                from mine where $1 and rolname = $2 limit 1),
              (select 'may reach log.events, which holds every tenant''s events' from mine, events
                where $1 and (has_table_privilege(mine.oid, events.oid, 'select, insert, references, trigger')
                  or has_any_column_privilege(mine.oid, events.oid, 'select, insert, references'))
                limit 1)
            """
        );
        question.Parameters.Add(new() { Value = forApi });
        question.Parameters.Add(new() { Value = ServingRoles.Silo });
        await using var answer = await question.ExecuteReaderAsync(ct);
        await answer.ReadAsync(ct);
        for (var column = 1; column < answer.FieldCount; column++)
        {
            if (!await answer.IsDBNullAsync(column, ct))
                throw new DatabaseConfigurationException(
                    $"{variable}: the role {answer.GetString(0)} {answer.GetString(column)}, so it must not serve requests. "
                        + "Use the roles that `migrate --create-roles` makes."
                );
        }
    }
}
