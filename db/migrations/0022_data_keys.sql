-- Tenants' data keys: events, snapshots and tokens are encrypted under them, and they are wrapped by the master key, which is in no database.
-- Destroying a tenant's keys erases its content from a log that nothing can be deleted from. Backups leave this table out.

create table vault.data_keys (
  id            uuid        not null,
  tenant        text        not null,
  generation    int         not null,
  master_key_id text        not null,
  wrapped       bytea,
  reserved      bigint      not null default 0,
  created_at    timestamptz not null,
  retired_at    timestamptz,
  destroyed_at  timestamptz,
  constraint data_keys_pkey primary key (id),
  constraint data_keys_generation_key unique (tenant, generation),
  constraint data_keys_destroyed check ((wrapped is null) = (destroyed_at is not null))
) with (
  -- What a destroyed key's row held must not lie on in the table's pages: it is swept up as soon as somebody comes by.
  autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0, fillfactor = 70
);

create unique index data_keys_one_of_today on vault.data_keys (tenant) where retired_at is null;

comment on table vault.data_keys is 'The keys that tenants'' content is encrypted under, wrapped. A row outlives its key: it says that there was one.';
comment on column vault.data_keys.generation is 'Which of the tenant''s keys it is, from 1; the last one encrypts what is new.';
comment on column vault.data_keys.master_key_id is 'Which master key wraps it; another one cannot open it, and says so.';
comment on column vault.data_keys.wrapped is 'Nonce, AES-256-GCM ciphertext and tag, bound to id and tenant; null once destroyed.';
comment on column vault.data_keys.reserved is 'How many encryptions processes have set aside. Near 2^32 the next key takes its place.';

grant select, insert, update on vault.data_keys to campaigns_silo; -- no delete: that a key was destroyed is remembered

alter table vault.data_keys enable row level security;
create policy silo on vault.data_keys to campaigns_silo using (true) with check (true);

comment on column log.events.key_id is 'The key in vault.data_keys that data is encrypted with; null: plain.';
comment on column log.events.command_id is 'The command it answers; null for a saga''s own steps, and where it is encrypted.';
comment on column log.events.metadata is 'What stands beside it: UTF-8 JSON; empty where it is encrypted together with data.';
comment on column log.events.data is 'The event: UTF-8 JSON; where it is encrypted nonce, ciphertext of metadata and event, and tag.';

-- What is still plain: found by who encrypts it, and by who must know that nothing of a tenant is. Empty once the log is encrypted.
create index events_plain on log.events (tenant, position) where key_id is null and stream not like 'erasure-%';

-- The same as before, with the keys. The one without stays for silos of the version before, while they are replaced one after the other.
create function log.append(
  patience    text,
  doubtful    text[],
  expected    bigint[],
  streams     text[],
  versions    bigint[],
  ids         uuid[],
  names       text[],
  tenants     text[],
  command_ids text[],
  recorded    timestamptz[],
  metadata    bytea[],
  data        bytea[],
  keys        uuid[],
  out before  bigint,
  out stale   text[]
)
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
declare
  waits constant text := set_config('lock_timeout', patience, true);
begin
  update log.head set position = position + cardinality(streams) returning position - cardinality(streams) into strict before;

  if cardinality(doubtful) > 0 then
    select array_agg(d.stream) into stale
    from unnest(doubtful, expected) d (stream, version)
    where d.version <> coalesce((select max(e.version) from log.events e where e.stream = d.stream), 0);

    if stale is not null then
      update log.head set position = before;
      return;
    end if;
  end if;

  if cardinality(streams) = 1 then
    insert into log.events (position, version, recorded_at, event_id, key_id, stream, name, tenant, command_id, metadata, data)
    values (before + 1, versions[1], recorded[1], ids[1], keys[1], streams[1], names[1], tenants[1], command_ids[1], metadata[1], data[1]);
  else
    insert into log.events (position, version, recorded_at, event_id, key_id, stream, name, tenant, command_id, metadata, data)
    select before + e.place, e.version, e.recorded_at, e.event_id, e.key_id, e.stream, e.name, e.tenant, e.command_id, e.metadata, e.data
    from unnest(streams, versions, ids, names, tenants, command_ids, recorded, metadata, data, keys) with ordinality
      e (stream, version, event_id, name, tenant, command_id, recorded_at, metadata, data, key_id, place);
  end if;

  perform pg_notify('campaigns_log', '');
end
$$;

revoke all on function log.append(text, text[], bigint[], text[], bigint[], uuid[], text[], text[], text[], timestamptz[], bytea[], bytea[], uuid[])
  from public;
grant execute
  on function log.append(text, text[], bigint[], text[], bigint[], uuid[], text[], text[], text[], timestamptz[], bytea[], bytea[], uuid[])
  to campaigns_silo;

-- Snapshots were plain. They are a cache: those that are taken from now on are encrypted, and these are not missed.
delete from orleans.grain_state;
comment on table orleans.grain_state is 'Snapshots of aggregates, encrypted under their tenant''s key: a cache of the log, never the truth.';
