-- In a rolling upgrade two programs run, and what is read may be a version that only one of them has.
alter table read.lease add column is_partial boolean not null default false;

comment on column read.lease.is_partial is
  'Whether its owner''s program lacks a version that is read: then a runner whose program has them all may take the lease at once.';
