-- Who belongs to a tenant, as the identity provider tells it. Names and addresses of people are here and nowhere else: not in the log, and in
-- no read model made of it. So a person is erased by taking rows away. Nothing here is rebuilt from the log.
create schema members;
grant usage on schema members to campaigns_silo, campaigns_api;

create table members.members (
  tenant        text        not null,
  person        text        not null,
  id            uuid        not null generated always as (md5(tenant || '/' || person)::uuid) stored,
  role          text,
  name          text,
  email         text,
  first_seen_at timestamptz not null,
  membership_at timestamptz,
  person_at     timestamptz,
  left_at       timestamptz,
  erased_at     timestamptz,
  primary key (tenant, person),
  check (left_at is null or (name is null and email is null and role is null))
);
create unique index members_by_time on members.members (tenant, first_seen_at, id);
create index members_of_person on members.members (person);
comment on table members.members is 'One row per person and tenant. Someone seen by a token alone has no name.';
comment on column members.members.id is 'Tells rows apart in lists.';
comment on column members.members.membership_at is 'Of when the membership is, by the identity provider''s clock; older news are passed over. Null: known from tokens alone.';
comment on column members.members.person_at is 'Of when name and address are, by the same clock.';
comment on column members.members.left_at is 'Since when they are no member; name and address are gone.';
comment on column members.members.erased_at is 'Since when name and address are erased at the tenant''s wish: later news do not bring them back, unless they join anew.';

create table members.organizations (
  tenant     text        primary key,
  name       text        not null,
  updated_at timestamptz not null
);
comment on table members.organizations is 'What organisations are called.';

create table members.gone (
  id text        primary key,
  at timestamptz not null
);
comment on table members.gone is 'People and organisations that were deleted or erased: late news of them are passed over. Ids alone.';

create table members.messages (
  id text        primary key,
  at timestamptz not null
);
create index messages_by_time on members.messages (at);
comment on table members.messages is 'The identity provider''s messages that were taken, by their ids, for a week.';

create table members.token_uses (
  tenant  text        not null,
  id      uuid        not null,
  used_at timestamptz not null,
  primary key (tenant, id)
);
comment on table members.token_uses is 'When each service token was last shown, to the minute.';

do $$
declare
  tab text;
begin
  foreach tab in array array['members', 'organizations', 'gone', 'messages', 'token_uses'] loop
    execute format('alter table members.%I enable row level security', tab);
    execute format('alter table members.%I force row level security', tab);
    execute format('create policy silo_writes on members.%I to campaigns_silo using (true) with check (true)', tab);
    execute format('grant select, insert, update, delete on members.%I to campaigns_silo', tab);
  end loop;
  foreach tab in array array['members', 'organizations', 'token_uses'] loop
    execute format(
      'create policy tenant_reads on members.%I for select to campaigns_api using (tenant = nullif(current_setting(''app.tenant'', true), ''''))',
      tab
    );
    execute format('grant select on members.%I to campaigns_api', tab);
  end loop;
end
$$;

-- Read like the read models; not rebuilt like them.
create view read.members with (security_invoker = true) as
  select tenant, id, person, role, name, email, first_seen_at, left_at, erased_at from members.members;
create view read.organizations with (security_invoker = true) as select tenant, name, updated_at from members.organizations;
create view read.service_token_uses with (security_invoker = true) as select tenant, id, used_at from members.token_uses;
comment on view read.members is 'Who belongs to a tenant.';
comment on view read.organizations is 'What organisations are called.';
comment on view read.service_token_uses is 'When each service token was last shown.';
grant select on read.members, read.organizations, read.service_token_uses to campaigns_silo, campaigns_api;
