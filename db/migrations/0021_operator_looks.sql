-- What those who operate the system looked at. Rows are added and never changed by whoever serves.
create schema audit;
grant usage on schema audit to campaigns_silo;

create table audit.operator_looks (
  id     bigint generated always as identity primary key,
  at     timestamptz not null,
  person text        not null,
  tenant text        not null,
  what   text        not null
);
create index operator_looks_by_time on audit.operator_looks (at);
comment on table audit.operator_looks is 'Each time an operator''s field or page was opened, before it was answered.';
comment on column audit.operator_looks.tenant is 'Which tenant their session was for; what they saw is of no tenant, or of all.';

alter table audit.operator_looks enable row level security;
alter table audit.operator_looks force row level security;
create policy silo_adds on audit.operator_looks for insert to campaigns_silo with check (true);
create policy silo_reads on audit.operator_looks for select to campaigns_silo using (true);
grant select, insert on audit.operator_looks to campaigns_silo;
