-- How a post is shown, and what follows its first file. What was there before is a photo of one picture; so is what an older silo still writes.

do $$
declare
  model text;
  slot  text;
  front text;
begin
  foreach model in array array['items', 'publications', 'calendar'] loop
    foreach slot in array array['a', 'b'] loop
      execute format('alter table read.%I add column kind text not null default ''photo''', model || '_' || slot);
      if model <> 'calendar' then
        execute format('alter table read.%I add column more_media jsonb not null default ''[]''', model || '_' || slot);
      end if;
    end loop;

    -- A view has the columns that its table had when it was made: made again, on whichever table it stands, it has the new ones.
    select substring(pg_get_viewdef(format('read.%I', model)::regclass) from model || '_[ab]') into strict front;
    execute format('create or replace view read.%I with (security_invoker = true) as select * from read.%I', model, front);
  end loop;
end
$$;
