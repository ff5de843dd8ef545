-- The read side: how far each projection group has come, and the schema its tables live in.
create schema ops;
create schema read;
revoke all on schema ops, read from public;

-- One row per generation. The live one answers queries; a building one is a rebuild in progress.
create table ops.checkpoint (
  association_id integer not null,
  projection_group text collate "C" not null,
  generation integer not null,
  position bigint not null default 0,
  live boolean not null,
  -- The first event that could not be folded, and why. The group stands still before it.
  stalled_at bigint,
  stalled_reason text,
  moved_at timestamptz not null default clock_timestamp(),
  primary key (association_id, projection_group, generation)
);
create unique index checkpoint_live on ops.checkpoint (association_id, projection_group) where live;

-- What each read table looked like when it was made: a declaration that changed is built anew.
create table ops.read_table (
  name text primary key,
  projection_group text not null,
  declaration text not null
);

grant usage on schema ops to {{association}}, {{dispatcher}};
grant usage on schema read to {{association}};
grant select, insert, update, delete on ops.checkpoint to {{association}};
grant select on ops.checkpoint to {{dispatcher}};
