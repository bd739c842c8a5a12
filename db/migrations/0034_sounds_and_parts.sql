-- The gallery tells sounds from pictures and videos, and an item points at the files it is made of until others take their place.
-- New columns go to both tables of a read model, and its view is made anew from the one that is read. Both models' new versions are built from the log.

do $$
declare
  column_of record;
  slot text;
begin
  for column_of in
    select * from (values
      ('media', 'kind', 'text not null default ''picture''', 'picture, video or sound.'),
      ('media_holders', 'parts', 'jsonb not null default ''{}''', 'Keys of the files that an item is made of, by the part.')
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
  foreach model in array array['media', 'media_holders'] loop
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

comment on view read.media is 'media.v2: one row per file that was uploaded or made by a model.';
comment on view read.media_holders is 'media_holders.v2: one row per item, brand, publication or other thing that points at stored files, or did.';
