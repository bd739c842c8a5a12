-- The event log: the truth. Nothing in it is ever changed or deleted.

create table log.events (
  position    bigint not null,
  version     bigint not null,
  recorded_at timestamptz not null,
  event_id    uuid not null,
  key_id      uuid,
  stream      text collate "C" not null,
  name        text not null,
  tenant      text not null,
  command_id  text,
  metadata    bytea not null,
  data        bytea not null,
  constraint events_pkey primary key (position),
  constraint events_stream_version_key unique (stream, version)
);

comment on table log.events is 'Every event, append-only.';
comment on column log.events.position is 'Place in the log, from 1, without gaps and in the order of commits.';
comment on column log.events.version is 'Place in its stream, from 1, without gaps.';
comment on column log.events.recorded_at is 'When it was decided; metadata has it to the tick.';
comment on column log.events.key_id is 'The key that metadata and data are encrypted with; null: plain.';
comment on column log.events.stream is 'category-tenant/id';
comment on column log.events.name is 'Stored name of the event, with its version.';
comment on column log.events.command_id is 'The command it answers; null for a saga''s own steps.';
comment on column log.events.metadata is 'What stands beside it: UTF-8 JSON.';
comment on column log.events.data is 'The event: UTF-8 JSON.';

-- The one row that every append passes through. An append holds it until it has committed, so a position becomes visible only after every
-- lower one: whoever reads above a position misses nothing.
create table log.head (
  one      boolean not null default true,
  position bigint not null,
  constraint head_pkey primary key (one),
  constraint head_one_row check (one)
);

insert into log.head (position) values (0);

-- Appends many streams' events in one go, all or none; each stream at most once, its events in order and side by side.
-- Gives the head as it was 'before': the first event has position before + 1, and so on.
--
-- 'doubtful' are the streams whose version must be compared with 'expected' first; if one is at another version, nothing is written and
-- 'stale' names those. For the others the caller knows that the stream had the version before, so that no gap can arise; that nobody
-- appended since is what the unique constraint says (23505). All arguments arrive before the head is taken: a caller that stops in the
-- middle of sending holds up nobody. 'patience' bounds the wait for others.
--
-- It runs with its owner's rights: the role that appends needs none on the tables, and cannot write past the head.
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
  out before  bigint,
  out stale   text[]
)
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan -- planning for the arguments at hand would copy them, each time, for the same plan
as $$
declare
  waits constant text := set_config('lock_timeout', patience, true);
begin
  update log.head set position = position + cardinality(streams) returning position - cardinality(streams) into strict before;

  if cardinality(doubtful) > 0 then
    -- A subquery a stream, so that each is one look into the index whatever the planner believes about the table.
    select array_agg(d.stream) into stale
    from unnest(doubtful, expected) d (stream, version)
    where d.version <> coalesce((select max(e.version) from log.events e where e.stream = d.stream), 0);

    if stale is not null then
      update log.head set position = before;
      return;
    end if;
  end if;

  if cardinality(streams) = 1 then -- a lone append is spared the unfolding of nine arrays, a tenth of its way
    insert into log.events (position, version, recorded_at, event_id, stream, name, tenant, command_id, metadata, data)
    values (before + 1, versions[1], recorded[1], ids[1], streams[1], names[1], tenants[1], command_ids[1], metadata[1], data[1]);
  else
    insert into log.events (position, version, recorded_at, event_id, stream, name, tenant, command_id, metadata, data)
    select before + e.place, e.version, e.recorded_at, e.event_id, e.stream, e.name, e.tenant, e.command_id, e.metadata, e.data
    from unnest(streams, versions, ids, names, tenants, command_ids, recorded, metadata, data) with ordinality
      e (stream, version, event_id, name, tenant, command_id, recorded_at, metadata, data, place);
  end if;

  perform pg_notify('campaigns_log', '');
end
$$;

revoke all on function log.append from public;

grant select on log.events, log.head to campaigns_silo;
grant execute on function log.append to campaigns_silo;
