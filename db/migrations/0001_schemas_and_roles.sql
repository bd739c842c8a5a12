-- Where things live, and who may look. Tables come with the migrations after this one; each grants what its users need.

create schema log;       -- the event log: the truth
create schema orleans;   -- reminders, membership and snapshots of the silos
create schema read;      -- what the API reads: rebuilt from the log at any time
create schema analytics; -- views for analysts
create schema vault;     -- wrapped keys and encrypted tokens

-- Roles belong to the whole cluster, so another database may have made them, or may be making them this very moment.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['campaigns_silo', 'campaigns_api', 'campaigns_analyst'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', wanted);
      exception
        when duplicate_object or unique_violation then null; -- the other one was quicker
      end;
    end if;
  end loop;
end
$$;

grant usage on schema log to campaigns_silo;
grant usage on schema orleans to campaigns_silo;
grant usage on schema read to campaigns_silo, campaigns_api;
grant usage on schema analytics to campaigns_analyst;
grant usage on schema vault to campaigns_silo;

revoke create on schema public from public;
