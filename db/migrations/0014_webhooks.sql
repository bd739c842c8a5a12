-- Outgoing webhooks: who is told, as a read model like the others, and what was sent to whom, which is no fact of the log but a record of work.

-- The read model ---------------------------------------------------------------------------------------------------------

do $$
declare
  slot text;
  tab  text;
begin
  foreach slot in array array['a', 'b'] loop
    tab := 'webhooks_' || slot;
    execute format('create table read.%I (
      tenant              text not null,
      id                  uuid not null,
      url                 text not null,
      topics              jsonb not null,
      description         text,
      state               text not null,
      disabled_because    text,
      disabled_by_failure boolean not null,
      former_secret_until timestamptz,
      since               bigint not null,
      created_at          timestamptz not null,
      updated_at          timestamptz not null,
      last_position       bigint not null,
      primary key (tenant, id)
    )', tab);
    execute format('create index %I on read.%I (tenant, created_at, id)', tab || '_by_creation', tab);
    execute format('comment on table read.%I is %L', tab, 'webhooks.v1: one row per webhook. Where its secrets lie is not told here.');
    execute format('alter table read.%I enable row level security', tab);
    execute format('alter table read.%I force row level security', tab);
    execute format('create policy silo_writes on read.%I to campaigns_silo using (true) with check (true)', tab);
    execute format('grant select, insert, update, delete, truncate on read.%I to campaigns_silo', tab);
    execute format(
      'create policy tenant_reads on read.%I for select to campaigns_api using (tenant = nullif(current_setting(''app.tenant'', true), ''''))',
      tab
    );
    execute format('grant select on read.%I to campaigns_api', tab);
  end loop;
end
$$;

create view read.webhooks with (security_invoker = true) as select * from read.webhooks_a;
comment on view read.webhooks is 'webhooks.v1: one row per webhook. Where its secrets lie is not told here.';
grant select, insert, update, delete on read.webhooks to campaigns_silo;
grant select on read.webhooks to campaigns_api;

-- What was sent ----------------------------------------------------------------------------------------------------------

create schema webhooks;
grant usage on schema webhooks to campaigns_silo, campaigns_api;

create table webhooks.progress (
  tenant        text not null,
  webhook       uuid not null,
  position      bigint not null,
  failing_since timestamptz,
  primary key (tenant, webhook)
);

comment on table webhooks.progress is 'How far in the tenant''s history each webhook''s messages are written. Moved in the transaction that writes them.';
comment on column webhooks.progress.failing_since is 'Since when nothing has arrived there; null when the last message did.';

create table webhooks.deliveries (
  tenant          text        not null,
  id              uuid        not null, -- made of webhook and event: a message is written once, however often it is planned
  webhook         uuid        not null,
  message_id      text        not null,
  event           uuid,
  topic           text        not null,
  body            text        not null, -- to the byte what is signed and sent, with every attempt
  state           text        not null check (state in ('pending', 'delivered', 'gave_up', 'dropped')),
  attempts        integer     not null default 0,
  tries           integer     not null default 0,
  created_at      timestamptz not null,
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  last_status     integer,
  last_error      text,
  ended_at        timestamptz,
  primary key (tenant, id),
  check ((state = 'pending') = (next_attempt_at is not null)),
  check ((state = 'pending') = (ended_at is null))
) with (fillfactor = 80);

create index deliveries_due on webhooks.deliveries (next_attempt_at) where state = 'pending';
create index deliveries_due_by_webhook on webhooks.deliveries (tenant, webhook, next_attempt_at) where state = 'pending';
create index deliveries_by_webhook on webhooks.deliveries (tenant, webhook, created_at, id);
create index deliveries_by_creation on webhooks.deliveries (tenant, created_at, id);
create index deliveries_ended on webhooks.deliveries (ended_at) where ended_at is not null;

comment on table webhooks.deliveries is 'Each message to each webhook. Ended ones are deleted after 30 days.';
comment on column webhooks.deliveries.attempts is 'How often it was sent in all.';
comment on column webhooks.deliveries.tries is 'How often since it was planned, or last asked for again: what the pauses go by.';

create table webhooks.attempts (
  tenant   text        not null,
  delivery uuid        not null,
  number   integer     not null,
  at       timestamptz not null,
  took_ms  integer     not null,
  status   integer,
  error    text,
  primary key (tenant, delivery, number),
  foreign key (tenant, delivery) references webhooks.deliveries on delete cascade
);

comment on table webhooks.attempts is 'Each time a message was sent, and what came of it. An answer''s body is not kept.';

do $$
declare
  tab text;
begin
  foreach tab in array array['progress', 'deliveries', 'attempts'] loop
    execute format('alter table webhooks.%I enable row level security', tab);
    execute format('alter table webhooks.%I force row level security', tab);
    execute format('create policy silo_writes on webhooks.%I to campaigns_silo using (true) with check (true)', tab);
    execute format('grant select, insert, update, delete on webhooks.%I to campaigns_silo', tab);
  end loop;
  foreach tab in array array['progress', 'deliveries', 'attempts'] loop
    execute format(
      'create policy tenant_reads on webhooks.%I for select to campaigns_api using (tenant = nullif(current_setting(''app.tenant'', true), ''''))',
      tab
    );
    execute format('grant select on webhooks.%I to campaigns_api', tab);
  end loop;
end
$$;

-- Read like the read models; not rebuilt like them.
create view read.webhook_deliveries with (security_invoker = true) as
  select tenant, id, webhook, message_id, event, topic, body, state, attempts, created_at, next_attempt_at,
    last_attempt_at, last_status, last_error, ended_at
  from webhooks.deliveries;
create view read.webhook_attempts with (security_invoker = true) as
  select tenant, delivery, number, at, took_ms, status, error from webhooks.attempts;
comment on view read.webhook_deliveries is 'The delivery log of webhooks.';
comment on view read.webhook_attempts is 'The single attempts of the delivery log.';
grant select on read.webhook_deliveries, read.webhook_attempts to campaigns_silo, campaigns_api;
