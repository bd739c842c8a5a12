-- Whose facts this database holds: those of the real providers, or those of the sandbox's stand-ins. The silo that starts first says so,
-- once; a program of the other world refuses to start here, so that nothing made up ever mixes with what is real.

create table orleans.world (
  one        boolean not null default true,
  world      text not null,
  settled_at timestamptz not null default now(),
  constraint world_pkey primary key (one),
  constraint world_one_row check (one),
  constraint world_known check (world in ('sandbox', 'real'))
);

comment on table orleans.world is 'The world this database belongs to: one row, written by the first silo and never changed.';

grant select on orleans.world to campaigns_silo, campaigns_api;
grant insert (world) on orleans.world to campaigns_silo;
