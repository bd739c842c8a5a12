-- What analysts may rely on: views with documented columns and names that stay, over the read models whichever table is read. No secrets, and
-- nothing of what anybody wrote but names of campaigns.
--
-- Who sees what is a row of analytics.access: a login, and a tenant or all. Logins are members of campaigns_analyst:
--   create role ana login password '…' in role campaigns_analyst;
--   insert into analytics.access (login, tenant) values ('ana', 'org_2x');   -- or null: all tenants

create table analytics.access (
  login      text not null,
  tenant     text,
  granted_at timestamptz not null default now(),
  unique nulls not distinct (login, tenant)
);

comment on table analytics.access is 'Which tenants an analyst sees. Changed by the owner of the database alone.';
comment on column analytics.access.login is 'The role that logs in, a member of campaigns_analyst.';
comment on column analytics.access.tenant is 'The tenant it sees; null: all.';
comment on column analytics.access.granted_at is 'Since when.';

-- By who logged in, which no "set role" changes. With the owner's rights, as analysts may not read who else may.
create function analytics.sees_all() returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from analytics.access a where a.login = session_user and a.tenant is null) $$;

create function analytics.granted_tenants() returns setof text
language sql stable security definer set search_path = ''
as $$ select a.tenant from analytics.access a where a.login = session_user and a.tenant is not null $$;

revoke all on function analytics.sees_all, analytics.granted_tenants from public;
grant execute on function analytics.sees_all, analytics.granted_tenants to campaigns_analyst;

-- Analysts cannot name what is in read, as they have no usage of that schema; the views below do it for them, with their own rights.
do $$
declare
  model text;
  slot  text;
begin
  foreach model in array array['campaigns', 'items', 'publications', 'ai_attempts', 'ai_usage_daily'] loop
    foreach slot in array array['a', 'b'] loop
      execute format(
        'create policy analyst_reads on read.%I for select to campaigns_analyst
           using ((select analytics.sees_all()) or tenant in (select analytics.granted_tenants()))',
        model || '_' || slot
      );
      execute format('grant select on read.%I to campaigns_analyst', model || '_' || slot);
    end loop;
    execute format('grant select on read.%I to campaigns_analyst', model);
  end loop;
end
$$;

create view analytics.campaigns with (security_invoker = true) as
  select
    c.tenant,
    c.id as campaign_id,
    c.name,
    c.brand as brand_id,
    c.language,
    c.writing,
    c.created_at,
    c.created_by,
    c.updated_at
  from read.campaigns c;

create view analytics.items with (security_invoker = true) as
  select
    i.tenant,
    i.id as item_id,
    i.campaign as campaign_id,
    i.ordinal,
    i.platform,
    i.kind,
    length(i.caption) as caption_length,
    jsonb_array_length(i.hashtags) as hashtags,
    i.made_by ->> 'provider' as written_by_provider,
    i.made_by ->> 'model' as written_by_model,
    i.made_by ->> 'promptVersion' as prompt_version,
    i.media is not null as has_media,
    i.picture,
    i.review,
    i.reviewed_at,
    i.created_at,
    i.updated_at
  from read.items i;

create view analytics.publications with (security_invoker = true) as
  select
    p.tenant,
    p.id as publication_id,
    p.campaign as campaign_id,
    p.item as item_id,
    p.account as account_id,
    p.username,
    p.platform,
    p.kind,
    p.due_at,
    p.zone,
    p.status,
    case when p.live_at is not null then 'live' else p.verdict end as verdict,
    coalesce(p.live_at, p.verdict_at) as ended_at,
    p.live_at,
    extract(epoch from p.live_at - p.due_at) as lateness_seconds,
    p.attempts as publish_calls,
    p.last_problem ->> 'class' as last_problem_class,
    p.last_problem ->> 'code' as last_problem_code,
    p.media_id,
    p.made_by is not null as ai_made,
    p.created_at,
    p.created_by
  from read.publications p;

create view analytics.verdicts_daily with (security_invoker = true) as
  select
    p.tenant,
    (p.due_at at time zone 'UTC')::date as due_day,
    p.platform,
    p.kind,
    p.verdict,
    count(*) as publications,
    avg(p.lateness_seconds) as mean_lateness_seconds,
    max(p.lateness_seconds) as longest_lateness_seconds
  from analytics.publications p
  where p.verdict is not null
  group by 1, 2, 3, 4, 5;

create view analytics.ai_calls with (security_invoker = true) as
  select
    a.tenant,
    a.attempt as attempt_id,
    a.month,
    a.state,
    a.operation,
    a.provider,
    a.model,
    a.model_named,
    a.campaign as campaign_id,
    a.generation as generation_id,
    a.actor,
    a.request_id,
    a.outcome_class as outcome,
    a.problem_class,
    a.error_code,
    a.input_tokens,
    a.cached_input_tokens,
    a.output_tokens,
    a.thinking_tokens,
    a.images,
    a.image_size,
    a.video_seconds,
    a.characters,
    a.reserved_micro_usd,
    a.cost_micro_usd,
    a.cost_basis,
    a.price_version,
    a.latency_ms,
    a.reserved_at as begun_at,
    a.ended_at
  from read.ai_attempts a;

create view analytics.ai_usage_daily with (security_invoker = true) as
  select
    u.tenant,
    u.day,
    u.provider,
    u.model,
    u.operation,
    u.actor,
    u.campaign as campaign_id,
    u.calls,
    u.done,
    u.failed,
    u.input_tokens,
    u.cached_input_tokens,
    u.output_tokens,
    u.thinking_tokens,
    u.images,
    u.video_seconds,
    u.characters,
    u.cost_micro_usd,
    u.estimated_micro_usd,
    u.latency_ms,
    u.longest_ms
  from read.ai_usage_daily u;

comment on view analytics.campaigns is 'One row per campaign.';
comment on view analytics.items is 'One row per item of a campaign, of what was written only how long it is.';
comment on view analytics.publications is 'One row per item on its way to one account, with its verdict and how late it went out.';
comment on view analytics.verdicts_daily is 'How publications ended, by the UTC day they were due on.';
comment on view analytics.ai_calls is 'One row per call to an AI provider, failed ones and those under way too.';
comment on view analytics.ai_usage_daily is 'What ended calls came to, by the UTC day they were begun on, model, operation, person and campaign.';

do $$
declare
  said record;
begin
  for said in
    select c.relname as view_name, a.attname as column_name, w.words
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'analytics'
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    join (values
      (null, 'tenant', 'Whose it is: an organisation (org_…) or a personal workspace (user_…).'),
      (null, 'campaign_id', 'The campaign; null where a call was for none.'),
      (null, 'item_id', 'The item.'),
      (null, 'publication_id', 'The publication.'),
      (null, 'account_id', 'The account it goes out on, as we name it.'),
      (null, 'username', 'That account''s name when it was scheduled.'),
      (null, 'brand_id', 'Who speaks; null for nobody in particular.'),
      (null, 'name', 'The campaign''s name.'),
      (null, 'language', 'The language last asked for, a BCP 47 tag.'),
      (null, 'writing', 'Where the last request for posts stands: none, requested, done, failed.'),
      (null, 'created_at', 'When it was begun, added or scheduled.'),
      (null, 'created_by', 'By whom: a user''s id.'),
      (null, 'updated_at', 'When anything last happened to it.'),
      (null, 'ordinal', 'Its place in the campaign.'),
      (null, 'platform', 'Where it goes.'),
      (null, 'kind', 'How it is shown: photo, carousel, reel, story.'),
      (null, 'caption_length', 'Characters of its caption.'),
      (null, 'hashtags', 'How many hashtags it has.'),
      (null, 'written_by_provider', 'Who wrote it; null: people did.'),
      (null, 'written_by_model', 'Which model wrote it; null: people did.'),
      (null, 'prompt_version', 'Of the prompt that it was written by; null: people did.'),
      (null, 'has_media', 'Whether it has a file.'),
      (null, 'picture', 'Where the drawing of its picture stands: none, requested, done, failed.'),
      (null, 'review', 'Where its review stands.'),
      (null, 'reviewed_at', 'When the review last moved.'),
      (null, 'due_at', 'When it is due.'),
      (null, 'due_day', 'The UTC day on which they were due.'),
      (null, 'zone', 'The IANA zone it was scheduled in.'),
      (null, 'status', 'What to show of it: scheduled, held, publishing, live, gave_up, skipped, withdrawn, needs_person.'),
      (null, 'verdict', 'How it ended: live, gave_up, skipped, withdrawn, needs_person; null: it has not.'),
      ('publications', 'ended_at', 'When it ended, live or not.'),
      (null, 'live_at', 'When we knew that it is public.'),
      (null, 'lateness_seconds', 'From due to live; null: it is not live.'),
      (null, 'publish_calls', 'Publish calls begun with its last container.'),
      (null, 'last_problem_class', 'The last thing that went wrong outside, by what is done about it.'),
      (null, 'last_problem_code', 'The outside''s own code of it.'),
      (null, 'media_id', 'The platform''s id of the post.'),
      (null, 'ai_made', 'Whether a model made any of it.'),
      (null, 'publications', 'How many publications.'),
      (null, 'mean_lateness_seconds', 'The mean of their lateness; null: none is live.'),
      (null, 'longest_lateness_seconds', 'The longest of their lateness; null: none is live.'),
      (null, 'attempt_id', 'The call''s id in the ledger.'),
      (null, 'month', 'The month whose ledger it is in, such as 2026-11.'),
      (null, 'state', 'reserved: under way; settled: it cost something; released: it cost nothing.'),
      (null, 'operation', 'What it was for, such as campaign_text.'),
      (null, 'provider', 'Who was asked.'),
      (null, 'model', 'Which model.'),
      (null, 'model_named', 'The model as the answer named it.'),
      (null, 'generation_id', 'The AI job it belongs to.'),
      (null, 'actor', 'Who asked for it: a user''s id.'),
      (null, 'request_id', 'The provider''s own id of it.'),
      (null, 'outcome', 'done, busy, rejected, broken, unclear, cancelled; null: under way.'),
      (null, 'problem_class', 'What to do about what went wrong; null: nothing did.'),
      (null, 'error_code', 'The provider''s own code of it.'),
      (null, 'input_tokens', 'Prompt tokens, cached ones included.'),
      (null, 'cached_input_tokens', 'Those of them that came from a cache.'),
      (null, 'output_tokens', 'Answer tokens, without thinking.'),
      (null, 'thinking_tokens', 'Thinking tokens.'),
      (null, 'images', 'Pictures made.'),
      (null, 'image_size', 'Their size, in the provider''s word.'),
      (null, 'video_seconds', 'Length of clips made.'),
      (null, 'characters', 'Characters spoken.'),
      (null, 'reserved_micro_usd', 'What was set aside for it, millionths of a US dollar.'),
      (null, 'cost_micro_usd', 'What it cost, millionths of a US dollar, exact; null: under way.'),
      (null, 'estimated_micro_usd', 'That part of the cost that nobody measured.'),
      (null, 'cost_basis', 'charged: the provider said so; measured: by the price book; bound: nobody knows, what was set aside is taken.'),
      (null, 'price_version', 'Of the price book.'),
      ('ai_calls', 'latency_ms', 'From asking to the answer, milliseconds.'),
      ('ai_usage_daily', 'latency_ms', 'The sum of the calls'' latencies, milliseconds.'),
      (null, 'longest_ms', 'The longest of the calls'' latencies, milliseconds.'),
      (null, 'begun_at', 'When it was begun.'),
      ('ai_calls', 'ended_at', 'When its outcome was booked; null: under way.'),
      (null, 'day', 'The UTC day on which the calls were begun.'),
      (null, 'calls', 'How many calls ended.'),
      (null, 'done', 'How many of them were answered.'),
      (null, 'failed', 'How many were not.')
    ) as w (of_view, of_column, words) on w.of_column = a.attname and coalesce(w.of_view, c.relname) = c.relname
    where c.relkind = 'v'
  loop
    execute format('comment on column analytics.%I.%I is %L', said.view_name, said.column_name, said.words);
  end loop;
end
$$;

grant select on
  analytics.campaigns, analytics.items, analytics.publications, analytics.verdicts_daily, analytics.ai_calls, analytics.ai_usage_daily
to campaigns_analyst;
