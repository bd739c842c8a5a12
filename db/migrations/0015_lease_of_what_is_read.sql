-- In a rolling upgrade two programs run, and what is read may be a version that only one of them has.
alter table read.lease add column is_partial boolean not null default false;

comment on column read.lease.is_partial is
  'Whether its owner''s program lacks a version that is read: then a runner whose program has them all may take the lease at once.';

-- The stream's name tells whose an event is; what anyone wrote must not be told. So of a failure only its kind is kept: what was kept before may
-- quote a row. (The table's owner is subject to its policies like everybody.)
alter table read.parked no force row level security;
update read.parked set reason = split_part(reason, ':', 1);
alter table read.parked force row level security;

comment on column read.parked.reason is 'What kind of failure it was, and nothing of what the event or a row says: the program''s log holds the message.';
comment on policy operator_reads on read.parked is
  'An operator is shown where something went wrong: the stream''s name tells whose it was. What was said there is not told.';
