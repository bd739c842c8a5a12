-- AI money as read models: each call to a provider, what calls came to by day, and the tenants' limits. No prompts and no content.

do $$
declare
  slot text;
  tab  text;
begin
  foreach slot in array array['a', 'b'] loop
    tab := 'ai_attempts_' || slot;
    execute format('create table read.%I (
      tenant              text not null,
      id                  uuid not null,
      attempt             text not null,
      month               text not null,
      state               text not null,
      operation           text not null,
      provider            text not null,
      model               text not null,
      model_named         text,
      campaign            uuid,
      generation          uuid,
      actor               text not null,
      request_id          text,
      outcome_class       text,
      problem_class       text,
      error_code          text,
      error_message       text,
      input_tokens        bigint,
      cached_input_tokens bigint,
      output_tokens       bigint,
      thinking_tokens     bigint,
      images              integer,
      image_size          text,
      video_seconds       numeric,
      characters          integer,
      reserved_micro_usd  numeric not null,
      cost_micro_usd      numeric,
      cost_basis          text,
      price_version       text not null,
      latency_ms          bigint,
      reserved_at         timestamptz not null,
      ended_at            timestamptz,
      updated_at          timestamptz not null,
      last_position       bigint not null,
      primary key (tenant, id)
    ) with (fillfactor = 80)', tab);
    execute format('create index %I on read.%I (tenant, reserved_at, id)', tab || '_by_time', tab);
    execute format('create index %I on read.%I (tenant, campaign, reserved_at, id) where campaign is not null', tab || '_of_campaign', tab);
    execute format('create index %I on read.%I (reserved_at) where state = ''reserved''', tab || '_open', tab);
    execute format(
      'comment on table read.%I is %L',
      tab,
      'ai_attempts.v1: one row per call to an AI provider, failed ones too; of what was asked and answered nothing is kept.'
    );

    tab := 'ai_usage_daily_' || slot;
    execute format('create table read.%I (
      tenant              text not null,
      id                  uuid not null,
      day                 date not null,
      provider            text not null,
      model               text not null,
      operation           text not null,
      actor               text not null,
      campaign            uuid,
      calls               bigint not null,
      done                bigint not null,
      failed              bigint not null,
      input_tokens        bigint not null,
      cached_input_tokens bigint not null,
      output_tokens       bigint not null,
      thinking_tokens     bigint not null,
      images              bigint not null,
      video_seconds       numeric not null,
      characters          bigint not null,
      cost_micro_usd      numeric not null,
      estimated_micro_usd numeric not null,
      latency_ms          bigint not null,
      longest_ms          bigint not null,
      updated_at          timestamptz not null,
      last_position       bigint not null,
      primary key (tenant, id)
    ) with (fillfactor = 70)', tab);
    execute format('create index %I on read.%I (tenant, day)', tab || '_by_day', tab);
    execute format(
      'comment on table read.%I is %L',
      tab,
      'ai_usage_daily.v1: what ended calls came to, by the UTC day they were begun on, model, operation, person and campaign.'
    );
    execute format('comment on column read.%I.estimated_micro_usd is %L', tab, 'That part of the cost that nobody measured: what had been set aside.');
  end loop;

  foreach tab in array array['ai_attempts_a', 'ai_attempts_b', 'ai_usage_daily_a', 'ai_usage_daily_b'] loop
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

  foreach slot in array array['a', 'b'] loop
    tab := 'tenants_' || slot;
    execute format('alter table read.%I add column ai_hard_limit numeric, add column ai_soft_limit numeric', tab);
    execute format('comment on column read.%I.ai_hard_limit is %L', tab, 'What it may spend on AI in a calendar month, micro-dollars; null: no limit.');
    execute format('comment on column read.%I.ai_soft_limit is %L', tab, 'Where a warning is given, micro-dollars; null: none is.');
  end loop;
end
$$;

create view read.ai_attempts with (security_invoker = true) as select * from read.ai_attempts_a;
comment on view read.ai_attempts is 'ai_attempts.v1: one row per call to an AI provider, failed ones too; of what was asked and answered nothing is kept.';
create view read.ai_usage_daily with (security_invoker = true) as select * from read.ai_usage_daily_a;
comment on view read.ai_usage_daily is 'ai_usage_daily.v1: what ended calls came to, by the UTC day they were begun on, model, operation, person and campaign.';
grant select, insert, update, delete on read.ai_attempts, read.ai_usage_daily to campaigns_silo;
grant select on read.ai_attempts, read.ai_usage_daily to campaigns_api;

-- The tenants' view, on the table that is read now.
do $$
declare
  slot text;
begin
  select v.slot into slot
  from (values ('a'), ('b')) as v (slot)
  where exists (
    select from pg_catalog.pg_depend d
    join pg_catalog.pg_rewrite r on r.oid = d.objid
    where r.ev_class = 'read.tenants'::regclass
      and d.refobjid = format('read.%I', 'tenants_' || v.slot)::regclass
      and d.deptype = 'n'
  )
  limit 1;
  execute format('create or replace view read.tenants with (security_invoker = true) as select * from read.%I', 'tenants_' || slot);
end
$$;
