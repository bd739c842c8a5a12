-- What posts wait for, what holds for late ones, and what accounts may still publish.
-- New columns go to both tables of a read model, and its view is made anew from the one that is read.

do $$
declare
  column_of record;
  slot text;
begin
  for column_of in
    select * from (values
      ('tenants', 'late_within', 'bigint', 'How late a post may go out, seconds; null: never set.'),
      ('tenants', 'late_then', 'text', 'What happens to one that is later; null: never set.'),
      ('tenants', 'quiet_from', 'text', 'When quiet hours begin, on the wall of the home zone; null: there are none.'),
      ('tenants', 'quiet_to', 'text', 'When they end.'),
      ('tenants', 'spacing', 'bigint', 'How far apart the posts of an account are kept, seconds; null: only late ones are.'),
      ('accounts', 'blocked_until', 'timestamptz', 'Until when the platform blocks it; null: it never did. May have passed.'),
      ('accounts', 'blocked_because', 'jsonb', 'What the platform said then.'),
      ('accounts', 'spacing', 'bigint', 'How far apart its posts are kept, seconds; null: as the tenant has it.'),
      ('accounts', 'quota_used', 'int', 'Published in the rolling day, as the platform last said; null: it never did.'),
      ('accounts', 'quota_total', 'int', 'How many may be.'),
      ('accounts', 'quota_at', 'timestamptz', 'When it said so.'),
      ('due', 'waits_until', 'timestamptz', 'Until when it waits for something other than its due time; null: it does not.'),
      ('publications', 'late_within', 'bigint', 'How late it may go out, seconds.'),
      ('publications', 'late_then', 'text', 'What happens when it is later.'),
      ('publications', 'slot_at', 'timestamptz', 'The place in its account''s day that is kept for it.'),
      ('publications', 'deferred_until', 'timestamptz', 'Until when it waits for something other than its due time; null: it does not, or until a person acts.'),
      ('publications', 'deferred_because', 'text', 'For what it waits; null: for nothing.'),
      ('publications', 'decide_by', 'timestamptz', 'By when a person must decide whether it goes out late; null: nobody must.')
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
  foreach model in array array['tenants', 'accounts', 'publications', 'due'] loop
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
