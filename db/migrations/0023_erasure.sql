-- When everything of a tenant is to be erased, as its settings show it.
-- A new column goes to both tables of a read model, and its view is made anew from the one that is read.

do $$
declare
  slot text;
begin
  foreach slot in array array['a', 'b'] loop
    execute format('alter table read.%I add column erase_at timestamptz', 'tenants_' || slot);
    execute format(
      'comment on column read.%I.erase_at is %L',
      'tenants_' || slot,
      'When everything of the tenant is to be erased; null: it is not.'
    );
  end loop;

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
