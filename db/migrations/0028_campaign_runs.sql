-- What AI jobs did call by call, the parts that items are made of, and what came of orders.
-- New columns go to both tables of a read model, and its view is made anew from the one that is read.

do $$
declare
  column_of record;
  slot text;
begin
  for column_of in
    select * from (values
      ('campaigns', 'writing_missing', 'jsonb', 'What was ordered last and did not come, and why; null: all came.'),
      ('campaigns', 'suggested_brief', 'text', 'A better brief that was suggested; null: none was.'),
      ('campaigns', 'brief_generation', 'uuid', 'The AI job that writes a better brief; null: none does.'),
      ('campaigns', 'brief_problem', 'jsonb', 'Why the last better brief did not come.'),
      ('items', 'script', 'jsonb', 'What it has beside its caption; null: a plain post.'),
      ('items', 'parts', 'jsonb', 'The files it is made of, and those that are being made; null: none.'),
      ('items', 'variants', 'jsonb', 'Ways to put it that can be chosen from; null: none.'),
      ('items', 'variants_by', 'jsonb', 'What wrote the ways to choose from.'),
      ('items', 'rewrite_generation', 'uuid', 'The AI job that writes it anew; null: none does.'),
      ('generations', 'part', 'jsonb', 'Of an item of several parts: which.'),
      ('generations', 'chain', 'jsonb', 'Whom it asks, in order; null: from before this was kept.'),
      ('generations', 'calls', 'jsonb', 'Every call it made, in order; null: none.'),
      ('generations', 'progress', 'int', 'Percent, as the provider last said.'),
      ('generations', 'faults', 'jsonb', 'What was wrong with an answer that was sent back; null: none was.'),
      ('generations', 'missing', 'jsonb', 'What was ordered and did not come; null: all came.'),
      ('generations', 'cancel_requested', 'boolean not null default false', 'Whether someone called it off.')
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
  foreach model in array array['campaigns', 'items', 'generations'] loop
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
