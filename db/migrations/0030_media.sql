-- The gallery, and what points at stored files: what nothing points at any more is swept away.

do $$
declare
  slot text;
  tab  text;
begin
  foreach slot in array array['a', 'b'] loop
    tab := 'media_' || slot;
    execute format('create table read.%I (
      tenant         text not null,
      id             uuid not null,
      key            text not null,
      asset          jsonb not null,
      is_video       boolean not null,
      source         text not null,
      generation     uuid,
      provider       text,
      model          text,
      prompt_version text,
      kept_by        text not null,
      kept_at        timestamptz not null,
      last_position  bigint not null,
      primary key (tenant, id)
    )', tab);
    execute format('create index %I on read.%I (tenant, kept_at, id)', tab || '_by_time', tab);
    execute format('create index %I on read.%I (tenant, key)', tab || '_by_key', tab);
    execute format('comment on table read.%I is %L', tab, 'media.v1: one row per file that was uploaded or made by a model.');

    tab := 'media_holders_' || slot;
    execute format('create table read.%I (
      tenant        text not null,
      id            text not null,
      kind          text not null,
      holder        uuid,
      campaign      uuid,
      is_carousel   boolean not null,
      shown         jsonb not null,
      kept          jsonb not null,
      held          jsonb not null,
      former        jsonb not null,
      changed_at    timestamptz not null,
      last_position bigint not null,
      primary key (tenant, id)
    ) with (fillfactor = 80)', tab);
    execute format('create index %I on read.%I using gin (held jsonb_ops)', tab || '_held', tab);
    execute format('create index %I on read.%I using gin (former jsonb_ops)', tab || '_former', tab);
    execute format(
      'comment on table read.%I is %L',
      tab,
      'media_holders.v1: one row per item, brand, publication or other thing that points at stored files, or did.'
    );
    execute format('comment on column read.%I.held is %L', tab, 'Keys of the files it points at: they are not swept away.');
    execute format('comment on column read.%I.former is %L', tab, 'Keys that it mentioned and does not point at: they are kept for a while.');
  end loop;

  foreach tab in array array['media_a', 'media_b', 'media_holders_a', 'media_holders_b'] loop
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

create view read.media with (security_invoker = true) as select * from read.media_a;
comment on view read.media is 'media.v1: one row per file that was uploaded or made by a model.';
create view read.media_holders with (security_invoker = true) as select * from read.media_holders_a;
comment on view read.media_holders is 'media_holders.v1: one row per item, brand, publication or other thing that points at stored files, or did.';
grant select, insert, update, delete on read.media, read.media_holders to campaigns_silo;
grant select on read.media, read.media_holders to campaigns_api;
