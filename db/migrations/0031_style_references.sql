-- What pictures drawn for a brand shall look like.

do $$
declare
  slot text;
begin
  foreach slot in array array['a', 'b'] loop
    execute format('alter table read.%I add column style_references jsonb', 'brands_' || slot);
    execute format(
      'comment on column read.%I.style_references is %L',
      'brands_' || slot,
      'Files that pictures drawn for it shall look like; null: none.'
    );
  end loop;

  -- The view, on the table that is read now.
  select v.slot into slot
  from (values ('a'), ('b')) as v (slot)
  where exists (
    select from pg_catalog.pg_depend d
    join pg_catalog.pg_rewrite r on r.oid = d.objid
    where r.ev_class = 'read.brands'::regclass
      and d.refobjid = format('read.%I', 'brands_' || v.slot)::regclass
      and d.deptype = 'n'
  )
  limit 1;
  execute format('create or replace view read.brands with (security_invoker = true) as select * from read.%I', 'brands_' || slot);
end
$$;
