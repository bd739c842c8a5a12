-- What Orleans keeps in Postgres: snapshots of grains, reminders, and which silos are up.
--
-- The tables are ours. What Orleans fixes is OrleansQuery, which it reads unqualified (so the silo's search_path begins with
-- this schema), the names of its keys, the @parameters, and the names of the result columns. Every query is one statement:
-- it is sent alone, without a transaction around it, so a statement is what makes it all-or-nothing.

create table orleans.orleansquery (
  querykey  text primary key,
  querytext text not null
);

comment on table orleans.orleansquery is 'The statements Orleans sends, by the name it knows them by.';

-- Snapshots ------------------------------------------------------------------------------------------------------------

create table orleans.grain_state (
  service_id         text not null,
  grain_id_hash      int not null,
  grain_type_hash    int not null,
  grain_id_n0        bigint not null,
  grain_id_n1        bigint not null,
  grain_type         text not null,
  grain_id_extension text not null, -- empty for grains without one
  payload            bytea,         -- null once cleared
  version            int not null,
  modified_at        timestamptz not null,
  -- The whole key, since hashes collide: two silos that write a new grain's state at once must meet in this index.
  primary key (service_id, grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, grain_type, grain_id_extension)
);

comment on table orleans.grain_state is 'Snapshots of aggregates: a cache of the log, never the truth.';

insert into orleans.orleansquery (querykey, querytext) values
('ReadFromStorageKey', $sql$
select payload as PayloadBinary, version as Version
from orleans.grain_state
where service_id = @ServiceId
  and grain_id_hash = @GrainIdHash
  and grain_type_hash = @GrainTypeHash
  and grain_id_n0 = @GrainIdN0
  and grain_id_n1 = @GrainIdN1
  and grain_type = @GrainTypeString
  and grain_id_extension = coalesce(@GrainIdExtensionString::text, '')
$sql$),

-- Gives the new version. A conflict gives back what was sent in: null for a state that was thought to be new.
('WriteToStorageKey', $sql$
with inserted as (
  insert into orleans.grain_state (service_id, grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, grain_type,
    grain_id_extension, payload, version, modified_at)
  select @ServiceId, @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString,
    coalesce(@GrainIdExtensionString::text, ''), @PayloadBinary::bytea, 1, now()
  where @GrainStateVersion::int is null
  on conflict do nothing
  returning version
), updated as (
  update orleans.grain_state
  set payload = @PayloadBinary::bytea, version = version + 1, modified_at = now()
  where service_id = @ServiceId
    and grain_id_hash = @GrainIdHash
    and grain_type_hash = @GrainTypeHash
    and grain_id_n0 = @GrainIdN0
    and grain_id_n1 = @GrainIdN1
    and grain_type = @GrainTypeString
    and grain_id_extension = coalesce(@GrainIdExtensionString::text, '')
    and version = @GrainStateVersion::int
  returning version
)
select coalesce((select version from inserted), (select version from updated), @GrainStateVersion::int) as NewGrainStateVersion
$sql$),

('ClearStorageKey', $sql$
update orleans.grain_state
set payload = null, version = version + 1, modified_at = now()
where service_id = @ServiceId
  and grain_id_hash = @GrainIdHash
  and grain_type_hash = @GrainTypeHash
  and grain_id_n0 = @GrainIdN0
  and grain_id_n1 = @GrainIdN1
  and grain_type = @GrainTypeString
  and grain_id_extension = coalesce(@GrainIdExtensionString::text, '')
  and version = @GrainStateVersion::int
returning version as NewGrainStateVersion
$sql$),

('DeleteStorageKey', $sql$
delete from orleans.grain_state
where service_id = @ServiceId
  and grain_id_hash = @GrainIdHash
  and grain_type_hash = @GrainTypeHash
  and grain_id_n0 = @GrainIdN0
  and grain_id_n1 = @GrainIdN1
  and grain_type = @GrainTypeString
  and grain_id_extension = coalesce(@GrainIdExtensionString::text, '')
  and version = @GrainStateVersion::int
returning version + 1 as NewGrainStateVersion
$sql$);

-- Reminders ------------------------------------------------------------------------------------------------------------

create table orleans.reminder (
  service_id    text not null,
  grain_id      text not null,
  reminder_name text not null,
  start_time    timestamptz not null,
  period        bigint not null, -- milliseconds
  grain_hash    int not null,    -- where the grain lies on the silos' ring
  version       int not null,
  primary key (service_id, grain_id, reminder_name)
);

-- Every write takes another version: a reminder that is deleted and made anew is never taken for the old one by a delayed delete.
create sequence orleans.reminder_version as int minvalue 0 cycle;

create index reminder_by_place_on_ring on orleans.reminder (service_id, grain_hash);

comment on table orleans.reminder is 'Wake-ups of grains. What is due, and why, stands in the log.';

insert into orleans.orleansquery (querykey, querytext) values
('ReadReminderRowsKey', $sql$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_id = @GrainId
$sql$),

('ReadReminderRowKey', $sql$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName
$sql$),

-- A range that does not cross the ring's seam …
('ReadRangeRows1Key', $sql$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$sql$),

-- … and one that does; from a point round to itself is the whole ring.
('ReadRangeRows2Key', $sql$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$sql$),

('UpsertReminderRowKey', $sql$
insert into orleans.reminder (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period::bigint, @GrainHash, nextval('orleans.reminder_version'))
on conflict (service_id, grain_id, reminder_name) do update
set start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = excluded.version
returning version as Version
$sql$),

('DeleteReminderRowKey', $sql$
with gone as (
  delete from orleans.reminder
  where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName and version = @Version::int
  returning 1
)
select count(*)::int from gone
$sql$),

('DeleteReminderRowsKey', $sql$
delete from orleans.reminder where service_id = @ServiceId
$sql$);

-- Membership -----------------------------------------------------------------------------------------------------------

create table orleans.membership_version (
  deployment_id text primary key,
  version       int not null,
  changed_at    timestamptz not null
);

create table orleans.membership (
  deployment_id   text not null references orleans.membership_version on delete cascade,
  address         text not null,
  port            int not null,
  generation      int not null,
  silo_name       text not null,
  host_name       text not null,
  status          int not null, -- 1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead
  proxy_port      int not null, -- 0 without a gateway
  suspect_times   text,
  start_time      timestamptz not null,
  i_am_alive_time timestamptz not null,
  primary key (deployment_id, address, port, generation)
);

comment on table orleans.membership is 'Which silos are up. One version per cluster counts the changes to its rows.';

-- A change to a silo's row and the cluster's next version are one step, or no step. So each statement takes the version row
-- first, where it still is the one expected, and moves it last, if the silo's row did change.
insert into orleans.orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', $sql$
with made as (
  insert into orleans.membership_version (deployment_id, version, changed_at)
  values (@DeploymentId, 0, now())
  on conflict do nothing
  returning 1
)
select count(*)::int from made
$sql$),

('InsertMembershipKey', $sql$
with expected as (
  select deployment_id from orleans.membership_version
  where deployment_id = @DeploymentId and version = @Version::int
  for update
), changed as (
  insert into orleans.membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port,
    start_time, i_am_alive_time)
  select deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
  from expected
  on conflict do nothing
  returning deployment_id
), moved as (
  update orleans.membership_version v
  set version = v.version + 1, changed_at = now()
  from changed
  where v.deployment_id = changed.deployment_id
  returning 1
)
select count(*)::int from moved
$sql$),

('UpdateMembershipKey', $sql$
with expected as (
  select deployment_id from orleans.membership_version
  where deployment_id = @DeploymentId and version = @Version::int
  for update
), changed as (
  update orleans.membership m
  set status = @Status, suspect_times = @SuspectTimes::text, i_am_alive_time = @IAmAliveTime
  from expected
  where m.deployment_id = expected.deployment_id
    and m.address = @Address and m.port = @Port and m.generation = @Generation
  returning m.deployment_id
), moved as (
  update orleans.membership_version v
  set version = v.version + 1, changed_at = now()
  from changed
  where v.deployment_id = changed.deployment_id
  returning 1
)
select count(*)::int from moved
$sql$),

('UpdateIAmAlivetimeKey', $sql$
update orleans.membership
set i_am_alive_time = @IAmAliveTime
where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$sql$),

-- The version comes back even while no silo is there.
('MembershipReadRowKey', $sql$
select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation,
  m.silo_name as SiloName, m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort,
  m.suspect_times as SuspectTimes, m.start_time as StartTime, m.i_am_alive_time as IAmAliveTime, v.version as Version
from orleans.membership_version v
left join orleans.membership m
  on m.deployment_id = v.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
where v.deployment_id = @DeploymentId
$sql$),

('MembershipReadAllKey', $sql$
select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation,
  m.silo_name as SiloName, m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort,
  m.suspect_times as SuspectTimes, m.start_time as StartTime, m.i_am_alive_time as IAmAliveTime, v.version as Version
from orleans.membership_version v
left join orleans.membership m on m.deployment_id = v.deployment_id
where v.deployment_id = @DeploymentId
$sql$),

('GatewaysQueryKey', $sql$
select address as Address, proxy_port as ProxyPort, generation as Generation
from orleans.membership
where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
$sql$),

-- The silos' rows go with it.
('DeleteMembershipTableEntriesKey', $sql$
delete from orleans.membership_version where deployment_id = @DeploymentId
$sql$),

('CleanupDefunctSiloEntriesKey', $sql$
delete from orleans.membership
where deployment_id = @DeploymentId and i_am_alive_time < @IAmAliveTime and status <> 3
$sql$);

grant select on orleans.orleansquery to campaigns_silo;
grant select, insert, update, delete
  on orleans.grain_state, orleans.reminder, orleans.membership_version, orleans.membership
  to campaigns_silo;
grant usage on sequence orleans.reminder_version to campaigns_silo;
