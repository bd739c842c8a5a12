-- What holds for late posts of a campaign.
-- New columns go to both tables of a read model, and its view is made anew from the one that is read.

alter table read.campaigns_a add column late_within bigint, add column late_then text;
alter table read.campaigns_b add column late_within bigint, add column late_then text;

comment on column read.campaigns_a.late_within is 'How late its posts may go out, seconds; null: as the tenant has it.';
comment on column read.campaigns_b.late_within is 'How late its posts may go out, seconds; null: as the tenant has it.';
comment on column read.campaigns_a.late_then is 'What happens to those that are later; null: as the tenant has it.';
comment on column read.campaigns_b.late_then is 'What happens to those that are later; null: as the tenant has it.';

do $$
declare
  slot text;
begin
  select v.slot into slot
  from (values ('a'), ('b')) as v (slot)
  where exists (
    select from pg_catalog.pg_depend d
    join pg_catalog.pg_rewrite r on r.oid = d.objid
    where r.ev_class = 'read.campaigns'::regclass
      and d.refobjid = format('read.campaigns_%s', v.slot)::regclass
      and d.deptype = 'n'
  )
  limit 1;
  execute format('create or replace view read.campaigns with (security_invoker = true) as select * from read.campaigns_%s', slot);
end
$$;
