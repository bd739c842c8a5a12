-- What holds for late posts of a campaign, and since when an account is in trouble or blocked.
-- New columns go to both tables of a read model, and its view is made anew from the one that is read.

do $$
declare
  column_of record;
  slot text;
begin
  for column_of in
    select * from (values
      ('campaigns', 'late_within', 'bigint', 'How late its posts may go out, seconds; null: as the tenant has it.'),
      ('campaigns', 'late_then', 'text', 'What happens to those that are later; null: as the tenant has it.'),
      ('accounts', 'trouble_at', 'timestamptz', 'When its trouble was found; null: it has none, or from before this was kept.'),
      ('accounts', 'blocked_at', 'timestamptz', 'When the platform last blocked it; null: it never did, or from before this was kept.')
    ) as added (model, name, kind, said)
  loop
    foreach slot in array array['a', 'b'] loop
      execute format('alter table read.%I add column %I %s', column_of.model || '_' || slot, column_of.name, column_of.kind);
      execute format('comment on column read.%I.%I is %L', column_of.model || '_' || slot, column_of.name, column_of.said);
    end loop;
  end loop;
end
$$;

-- The view of each, on the table that is read now.
do $$
declare
  model text;
  slot text;
begin
  foreach model in array array['campaigns', 'accounts'] loop
    select v.slot into slot
    from (values ('a'), ('b')) as v (slot)
    where exists (
      select from pg_catalog.pg_depend d
      join pg_catalog.pg_rewrite r on r.oid = d.objid
      where r.ev_class = format('read.%I', model)::regclass
        and d.refobjid = format('read.%I', model || '_' || v.slot)::regclass
        and d.deptype = 'n'
    )
    limit 1;
    execute format('create or replace view read.%I with (security_invoker = true) as select * from read.%I', model, model || '_' || slot);
  end loop;
end
$$;
