namespace Campaigns.Integrations.Members;

/// <summary>What is done to the tables of members. Each passes over news that are older than what is known, and news of who is gone.</summary>
internal static class MemberStatements
{
    public const string Queue = "select pg_advisory_xact_lock(hashtextextended($1, 20))";

    public const string NoteMessage = "insert into members.messages (id, at) values ($1, $2) on conflict (id) do nothing";

    // The provider sends a message again for a day or so.
    public const string ForgetOldMessages = "delete from members.messages where at < $1 - interval '7 days'";

    public const string OwnWorkspace = """
        insert into members.members (tenant, person, role, name, email, first_seen_at, person_at)
        select $1, $1, 'personal', $2, $3, $4, $4
        where not exists (select from members.gone where id in ($1, 'tenant/' || $1))
        on conflict (tenant, person) do nothing
        """;

    public const string Person = """
        update members.members set name = $2, email = $3, person_at = $4
        where person = $1 and left_at is null and erased_at is null and (person_at is null or person_at <= $4)
        """;

    // What the person's own news said later than this is what they are called; of somebody who was erased, only joining anew tells again.
    public const string Member = """
        insert into members.members as m (tenant, person, role, name, email, first_seen_at, membership_at, person_at)
        select $1, $2, $3,
          case when own.person_at >= $7 then own.name else $4 end,
          case when own.person_at >= $7 then own.email else $5 end,
          $6, $7, greatest(own.person_at, $7)
        from (values (1)) as one (row)
        left join members.members own on own.tenant = $2 and own.person = $2 and own.erased_at is null
        where not exists (select from members.gone where id in ($1, $2, 'tenant/' || $1))
        on conflict (tenant, person) do update set
          role = excluded.role,
          membership_at = excluded.membership_at,
          left_at = null,
          name = case when m.erased_at >= $6 then null when m.left_at is null and m.person_at > $7 then m.name else excluded.name end,
          email = case when m.erased_at >= $6 then null when m.left_at is null and m.person_at > $7 then m.email else excluded.email end,
          person_at = case when m.erased_at >= $6 then null else greatest(m.person_at, excluded.person_at) end,
          erased_at = case when m.erased_at >= $6 then m.erased_at end
        where m.membership_at is null or m.membership_at <= excluded.membership_at
        """;

    public const string Left = """
        insert into members.members as m (tenant, person, first_seen_at, membership_at, left_at)
        select $1, $2, $3, $3, $3
        where not exists (select from members.gone where id in ($1, $2, 'tenant/' || $1))
        on conflict (tenant, person) do update set
          role = null, name = null, email = null, person_at = null, membership_at = excluded.membership_at, left_at = excluded.left_at
        where m.membership_at is null or m.membership_at <= excluded.membership_at
        """;

    public const string Organization = """
        insert into members.organizations as o (tenant, name, updated_at)
        select $1, $2, $3
        where not exists (select from members.gone where id in ($1, 'tenant/' || $1))
        on conflict (tenant) do update set name = excluded.name, updated_at = excluded.updated_at
        where o.updated_at <= excluded.updated_at
        """;

    // An erased workspace of one person is gone, but not the person, who belongs to organisations as well.
    public const string NoteTenantGone = """
        insert into members.gone (id, at) values ('tenant/' || $1, statement_timestamp()) on conflict (id) do nothing
        """;

    public const string NoteGone = "insert into members.gone (id, at) values ($1, $2) on conflict (id) do nothing";

    public const string DropPerson = "delete from members.members where person = $1";

    public const string DropMembers = "delete from members.members where tenant = $1";

    public const string DropOrganization = "delete from members.organizations where tenant = $1";

    // Tokens live for a minute: what one says is newer than what the provider told us well before it came.
    public const string Saw = """
        insert into members.members as m (tenant, person, role, first_seen_at)
        select $1, $2, $3, $4
        where not exists (select from members.gone where id in ($1, $2, 'tenant/' || $1))
        on conflict (tenant, person) do update set role = excluded.role, left_at = null
        where m.role is distinct from excluded.role
          and (m.membership_at is null or m.membership_at < $4 - interval '5 minutes')
        """;

    public const string Erase = """
        update members.members set name = null, email = null, person_at = null, erased_at = coalesce(erased_at, $3)
        where tenant = $1 and person = $2
        """;

    public const string Used = """
        insert into members.token_uses as u (tenant, id, used_at) values ($1, $2, $3)
        on conflict (tenant, id) do update set used_at = excluded.used_at where u.used_at < excluded.used_at
        """;

    public const string Looked = "insert into audit.operator_looks (at, person, tenant, what) values ($1, $2, $3, $4)";
}
