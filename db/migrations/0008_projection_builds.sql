-- Two tables a read model, and a name in front: one table is read, in the other a new build grows, or the last one is kept for a way back.
-- And a lease, so that one runner at a time folds the log.

-- One runner -----------------------------------------------------------------------------------------------------------

create table read.lease (
  one        boolean not null default true,
  owner      text,
  epoch      bigint not null default 0,
  expires_at timestamptz not null default '-infinity',
  constraint lease_pkey primary key (one),
  constraint lease_one_row check (one)
) with (fillfactor = 50);

insert into read.lease default values;

comment on table read.lease is 'Which runner folds the log into the read models: one row, renewed by its owner, by the clock of the database.';
comment on column read.lease.epoch is 'Grows each time the lease is taken. What a runner writes, it writes only while this is its own.';

-- Builds ---------------------------------------------------------------------------------------------------------------

alter table read.checkpoint
  add column slot       text not null default 'a',
  add column state      text not null default 'live',
  add column started_at timestamptz,
  drop constraint checkpoint_pkey,
  add primary key (projection, slot),
  add constraint checkpoint_slot check (slot in ('a', 'b')),
  add constraint checkpoint_state check (state in ('live', 'building', 'kept'));

comment on table read.checkpoint is 'How far each build of a projection has come. Moved in the transaction that writes its rows.';
comment on column read.checkpoint.slot is 'Which of the read model''s two tables it fills.';
comment on column read.checkpoint.state is 'live: it is read; building: it catches up, to be read then; kept: it stands still, for a way back.';
comment on column read.checkpoint.started_at is 'When the building was asked for.';

alter table read.parked
  add column slot           text not null default 'a',
  add column retry_asked_at timestamptz,
  drop constraint parked_pkey,
  add primary key (projection, slot, position);

comment on table read.parked is 'Events that a projection could not take in. A retry, once the program can read them, takes them out of here.';
comment on column read.parked.retry_asked_at is 'When an operator asked for another try; null when nobody did, or it was tried.';

do $$
declare
  model text;
  one   text; -- the table there is, with its rows
  other text;
  said  text;
begin
  foreach model in array array[
    'tenants', 'brands', 'accounts', 'campaigns', 'items', 'publications', 'calendar', 'due', 'generations', 'history'
  ] loop
    one := model || '_a';
    other := model || '_b';
    said := obj_description(format('read.%I', model)::regclass);

    execute format('alter table read.%I rename to %I', model, one);
    execute format('create table read.%I (like read.%I including all)', other, one);
    execute coalesce(
      (select format('alter table read.%I set (%s)', other, array_to_string(c.reloptions, ', '))
       from pg_class c where c.oid = format('read.%I', one)::regclass and c.reloptions is not null),
      'select 1'
    );
    execute format('comment on table read.%I is %L', one, said);
    execute format('comment on table read.%I is %L', other, said);
    execute format('alter table read.%I enable row level security', other);
    execute format('alter table read.%I force row level security', other);
    execute format('create policy silo_writes on read.%I to campaigns_silo using (true) with check (true)', other);
    execute format('grant select, insert, update, delete, truncate on read.%I to campaigns_silo', other);

    -- As the one who asks: the table's own policies decide what is seen through the name.
    execute format('create view read.%I with (security_invoker = true) as select * from read.%I', model, one);
    execute format('comment on view read.%I is %L', model, said);
    execute format('grant select, insert, update, delete on read.%I to campaigns_silo', model);

    if model <> 'due' then
      execute format(
        'create policy tenant_reads on read.%I for select to campaigns_api using (tenant = nullif(current_setting(''app.tenant'', true), ''''))',
        other
      );
      execute format('grant select on read.%I to campaigns_api', other);
      execute format('grant select on read.%I to campaigns_api', model);
    end if;
  end loop;
end
$$;

-- Puts one of a read model's two tables behind its name. With its owner's rights, as the silo's role owns nothing; what it may do is only this.
create function read.switch(model text, slot text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if slot not in ('a', 'b') or not exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'read' and c.relname = model and c.relkind = 'v'
  ) then
    raise exception 'there is no read model % with a table %', model, slot;
  end if;
  -- Readers queue behind a switch that waits for one of them: better to try again.
  perform set_config('lock_timeout', '1s', true);
  execute format('create or replace view read.%I with (security_invoker = true) as select * from read.%I', model, model || '_' || slot);
end
$$;

-- Where the log ends, and for how long the first event above a position has been there: for those who may not look into the log.
create function read.lag(after bigint, out head bigint, out seconds double precision)
language sql
stable
security definer
set search_path = ''
as $$
  select h.position, coalesce(greatest(extract(epoch from clock_timestamp() - e.recorded_at), 0), 0)
  from log.head h left join log.events e on e.position = after + 1
$$;

revoke all on function read.switch, read.lag from public;
grant execute on function read.switch to campaigns_silo;
grant execute on function read.lag to campaigns_silo, campaigns_api;

-- Who may look ---------------------------------------------------------------------------------------------------------

alter table read.lease enable row level security;
alter table read.lease force row level security;
create policy silo_writes on read.lease to campaigns_silo using (true) with check (true);
create policy everyone_reads on read.lease for select to campaigns_api using (true);
grant select, update on read.lease to campaigns_silo;
grant select (expires_at) on read.lease to campaigns_api;

grant select (slot, state, started_at, moved_at) on read.checkpoint to campaigns_api;

-- An operator is shown where something went wrong, and may ask for another try; whose it was is not told.
create policy operator_reads on read.parked for select to campaigns_api
  using (nullif(current_setting('app.operator', true), '') is not null);
create policy operator_asks on read.parked for update to campaigns_api
  using (nullif(current_setting('app.operator', true), '') is not null);
grant select (projection, slot, position, stream, event, reason, parked_at, retry_asked_at) on read.parked to campaigns_api;
grant update (retry_asked_at) on read.parked to campaigns_api;
