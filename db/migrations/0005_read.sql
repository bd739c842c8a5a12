-- What the API reads. Every table is folded from the log and can be emptied and rebuilt at any time; the projection that fills it
-- is named in its comment. Tenant first in every key and index: every question is some tenant's.

-- The engine's own -----------------------------------------------------------------------------------------------------

create table read.checkpoint (
  projection text primary key,
  position   bigint not null default 0, -- of the last event taken in
  moved_at   timestamptz
) with (fillfactor = 50);

comment on table read.checkpoint is 'How far each projection has come. Moved in the transaction that writes its rows.';

create table read.parked (
  projection text not null,
  position   bigint not null,
  stream     text not null,
  tenant     text not null,
  event      text not null,
  reason     text not null,
  parked_at  timestamptz not null,
  primary key (projection, position)
);

comment on table read.parked is 'Events that a projection could not take in. A rebuild, once the program can read them, empties this.';

-- Settings, brands, accounts -------------------------------------------------------------------------------------------

create table read.tenants (
  tenant          text not null,
  id              text collate "C" not null, -- the tenant again: there is one row each
  zone            text,
  approval_policy text,
  held_reason     text,
  updated_at      timestamptz not null,
  updated_by      text not null,
  last_position   bigint not null,
  primary key (tenant, id)
);

comment on table read.tenants is 'tenants.v1: settings. A tenant that never set any has no row; a null is a setting never made.';

create table read.brands (
  tenant          text not null,
  id              uuid not null,
  name            text not null,
  language        text not null,
  description     text,
  primary_color   text,
  secondary_color text,
  tertiary_color  text,
  tone            text,
  logo            jsonb,
  created_at      timestamptz not null,
  created_by      text not null,
  updated_at      timestamptz not null,
  last_position   bigint not null,
  primary key (tenant, id)
);

create index brands_by_creation on read.brands (tenant, created_at, id);
comment on table read.brands is 'brands.v1: one row per brand.';

create table read.accounts (
  tenant            text not null,
  id                uuid not null,
  username          text not null,
  instagram_user_id text not null,
  state             text not null,
  trouble           jsonb,
  held_reason       text,
  connected_at      timestamptz not null,
  updated_at        timestamptz not null,
  last_position     bigint not null,
  primary key (tenant, id)
);

create index accounts_by_connection on read.accounts (tenant, connected_at, id);
comment on table read.accounts is 'accounts.v1: one row per connected Instagram account. Where its token lies is not told here.';

-- Campaigns and their items --------------------------------------------------------------------------------------------

create table read.campaigns (
  tenant             text not null,
  id                 uuid not null,
  name               text not null,
  brief              text not null,
  brand              uuid,
  writing            text not null,
  writing_generation uuid,
  writing_problem    jsonb,
  language           text,
  created_at         timestamptz not null,
  created_by         text not null,
  updated_at         timestamptz not null,
  updated_by         text not null,
  version            bigint not null,
  last_position      bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);

create index campaigns_by_creation on read.campaigns (tenant, created_at, id);
create index campaigns_by_change on read.campaigns (tenant, updated_at, id);
create index campaigns_by_name on read.campaigns (tenant, (lower(name) collate "C"), id);
comment on table read.campaigns is 'campaigns.v1: one row per campaign. Counts of its items and publications are taken from their tables.';

create table read.items (
  tenant             text not null,
  id                 uuid not null,
  campaign           uuid not null,
  ordinal            bigint not null,
  platform           text not null,
  caption            text not null,
  hashtags           jsonb not null,
  image_prompt       text,
  alt_text           text,
  made_by            jsonb,
  media              jsonb,
  content_hash       text not null,
  review             text not null,
  reviewed_hash      text,
  reviewed_by        text,
  review_note        text,
  reviewed_at        timestamptz,
  picture            text not null,
  picture_generation uuid,
  picture_problem    jsonb,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  last_position      bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);

create index items_of_campaign on read.items (tenant, campaign, ordinal, id);
comment on table read.items is 'items.v1: one row per item of a campaign.';

-- Publications ---------------------------------------------------------------------------------------------------------

create table read.publications (
  tenant            text not null,
  id                uuid not null,
  campaign          uuid not null,
  item              uuid not null,
  account           uuid not null,
  username          text not null,
  instagram_user_id text not null,
  platform          text not null,
  caption           text not null,
  alt_text          text,
  media             jsonb not null,
  content_hash      text not null,
  made_by           jsonb,
  due_at            timestamptz not null,
  due_local         text not null,
  zone              text not null,
  time_rule         text not null,
  publish_until     timestamptz not null,
  stage             text not null,
  status            text not null,
  held_reason       text,
  container         text,
  container_at      timestamptz,
  attempts          int not null,
  next_try_at       timestamptz,
  last_problem      jsonb,
  verdict           text,
  verdict_reason    text,
  verdict_at        timestamptz,
  media_id          text,
  live_at           timestamptz,
  live_proof        text,
  approved_by       text,
  created_at        timestamptz not null,
  created_by        text not null,
  updated_at        timestamptz not null,
  last_position     bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);

create index publications_by_due on read.publications (tenant, due_at, id);
create index publications_of_campaign on read.publications (tenant, campaign, due_at, id);
create index publications_of_item on read.publications (tenant, item, due_at, id);
comment on table read.publications is 'publications.v1: the publish ledger, one row per publication.';

create table read.calendar (
  tenant        text not null,
  id            uuid not null,
  campaign      uuid not null,
  item          uuid not null,
  account       uuid not null,
  username      text not null,
  platform      text not null,
  caption       text not null,
  media_url     text not null,
  due_at        timestamptz not null,
  due_local     text not null,
  zone          text not null,
  stage         text not null,
  status        text not null,
  live_at       timestamptz,
  updated_at    timestamptz not null,
  last_position bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);

create index calendar_by_due on read.calendar (tenant, due_at, id);
create index calendar_of_account on read.calendar (tenant, account, due_at, id);
comment on table read.calendar is 'calendar.v1: one row per publication, as the calendar page shows it.';

create table read.due (
  tenant        text not null,
  id            uuid not null,
  wake_at       timestamptz, -- null while a person holds it
  due_at        timestamptz not null,
  publish_until timestamptz not null,
  try_at        timestamptz not null,
  is_held       boolean not null,
  stage         text not null,
  outcome_open  boolean not null,
  moved_at      timestamptz not null,
  last_position bigint not null,
  primary key (tenant, id)
) with (fillfactor = 70);

-- The one question that is nobody's in particular: the sweep asks for every tenant at once.
create index due_by_wake on read.due (wake_at, id);
comment on table read.due is 'due.v1: publications without a verdict, and when each should next be woken. For the silo''s sweep only.';

-- AI jobs --------------------------------------------------------------------------------------------------------------

create table read.generations (
  tenant              text not null,
  id                  uuid not null,
  kind                text not null,
  campaign            uuid not null,
  item                uuid,
  state               text not null,
  attempts            int not null,
  next_try_at         timestamptz,
  last_problem        jsonb,
  provider            text,
  model               text,
  prompt_version      text,
  input_tokens        bigint,
  cached_input_tokens bigint,
  output_tokens       bigint,
  thinking_tokens     bigint,
  delivered           boolean not null,
  requested_at        timestamptz not null,
  requested_by        text not null,
  finished_at         timestamptz,
  updated_at          timestamptz not null,
  last_position       bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);

create index generations_of_campaign on read.generations (tenant, campaign, requested_at, id);
comment on table read.generations is 'generations.v1: one row per AI job: what it was for, what became of it, what it used.';

-- History --------------------------------------------------------------------------------------------------------------

create table read.history (
  tenant       text not null,
  position     bigint not null,
  id           uuid not null, -- the event's own
  stream       text collate "C" not null,
  kind         text not null,
  aggregate    uuid,          -- null for the tenant's own stream
  campaign     uuid,          -- where the event itself tells
  version      bigint not null,
  name         text not null,
  at           timestamptz not null,
  actor        text not null,
  command      text,
  summary      text not null,
  data         jsonb not null,
  primary key (tenant, position)
);

create index history_of_aggregate on read.history (tenant, aggregate, position);
comment on table read.history is 'history.v1: one row per event: what, when, by whom, in words and as data without secrets.';

-- Who may look ---------------------------------------------------------------------------------------------------------

do $$
declare
  tab text;
begin
  for tab in select tablename from pg_tables where schemaname = 'read' loop
    execute format('alter table read.%I enable row level security', tab);
    execute format('alter table read.%I force row level security', tab);
    execute format('create policy silo_writes on read.%I to campaigns_silo using (true) with check (true)', tab);
    -- Truncate empties a table for its rebuild.
    execute format('grant select, insert, update, delete, truncate on read.%I to campaigns_silo', tab);
  end loop;

  -- Not due and parked: they are nobody's to read but the silo's.
  foreach tab in array array['tenants', 'brands', 'accounts', 'campaigns', 'items', 'publications', 'calendar', 'generations', 'history'] loop
    execute format(
      'create policy tenant_reads on read.%I for select to campaigns_api using (tenant = nullif(current_setting(''app.tenant'', true), ''''))',
      tab
    );
    execute format('grant select on read.%I to campaigns_api', tab);
  end loop;
end
$$;

-- How far the read models are is no secret, and what "at least as fresh as my change" is decided by.
create policy everyone_reads on read.checkpoint for select to campaigns_api using (true);
grant select (projection, position) on read.checkpoint to campaigns_api;
