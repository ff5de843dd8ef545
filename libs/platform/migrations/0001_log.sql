-- The log: one append-only sequence of events per (association, kind), and one door to it.
create schema log;
revoke all on schema log from public;

-- kind: 1 record, 2 audit (an association's); 3 installation, 4 national (owner 0).
create table log.head (
  association_id integer not null,
  kind smallint not null,
  position bigint not null default 0,
  recorded_at timestamptz not null default '-infinity',
  primary key (association_id, kind)
);

create table log.event (
  association_id integer not null,
  kind smallint not null,
  position bigint not null,
  stream text collate "C" not null,
  revision bigint not null,
  event_id uuid not null,
  type text collate "C" not null,
  schema_version integer not null,
  -- json, never jsonb: the bytes that were written are the bytes that are read and sealed.
  data json not null,
  meta json not null,
  command_id text collate "C" not null,
  ordinal integer not null,
  recorded_at timestamptz not null,
  primary key (association_id, kind, position),
  constraint event_stream_key unique (association_id, kind, stream, revision),
  constraint event_command_key unique (association_id, kind, command_id, ordinal)
);

insert into log.head (association_id, kind) values (0, 3), (0, 4);

-- The only door. The head row is locked first, so positions are dense, in commit order, and a reader
-- that has seen position n has seen all before it. Expected revision -1 means: the stream does not exist.
create function log.append(
  p_association integer, p_kind smallint, p_stream text, p_expected bigint, p_events json,
  out revision bigint, out "position" bigint, out recorded_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_head log.head;
  v_current bigint;
  v_count integer;
begin
  select h.* into v_head from log.head h where h.association_id = p_association and h.kind = p_kind for update;
  if not found then
    raise exception 'no such log' using errcode = 'FS002';
  end if;
  v_current := coalesce((
    select e.revision from log.event e
    where e.association_id = p_association and e.kind = p_kind and e.stream = p_stream
    order by e.revision desc limit 1), -1);
  if v_current <> p_expected then
    raise exception 'stream is at another revision' using errcode = 'FS001', detail = v_current::text;
  end if;
  recorded_at := greatest(v_head.recorded_at, date_trunc('milliseconds', clock_timestamp()));
  insert into log.event
    select p_association, p_kind, v_head.position + t.n, p_stream, p_expected + t.n,
      (t.e ->> 'id')::uuid, t.e ->> 'type', (t.e ->> 'schemaVersion')::integer,
      (t.e ->> 'data')::json, (t.e ->> 'meta')::json, t.e ->> 'commandId', (t.e ->> 'ordinal')::integer, append.recorded_at
    from json_array_elements(p_events) with ordinality as t(e, n);
  get diagnostics v_count = row_count;
  revision := p_expected + v_count;
  position := v_head.position + v_count;
  update log.head h set position = append.position, recorded_at = append.recorded_at
    where h.association_id = p_association and h.kind = p_kind;
end $$;
revoke all on function log.append from public;

-- Which associations there are. Registering takes the next number and opens the association's logs.
create schema registry;
create table registry.association (
  association_id integer primary key check (association_id between 1 and 9999),
  slug text collate "C" not null unique,
  registered_at timestamptz not null default clock_timestamp()
);

create function registry.register(p_slug text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_id integer;
begin
  lock table registry.association in share row exclusive mode;
  select a.association_id into v_id from registry.association a where a.slug = p_slug;
  if found then return v_id; end if;
  select coalesce(max(a.association_id), 0) + 1 into v_id from registry.association a;
  insert into registry.association (association_id, slug) values (v_id, p_slug);
  insert into log.head (association_id, kind) values (v_id, 1), (v_id, 2);
  return v_id;
end $$;
revoke all on function registry.register from public;

grant usage on schema log to {{association}}, {{dispatcher}};
grant select on log.event, log.head to {{association}};
grant execute on function log.append to {{association}};
grant select on log.head to {{dispatcher}};
grant usage on schema registry to {{registry}}, {{dispatcher}};
grant select on registry.association to {{registry}}, {{dispatcher}};
grant execute on function registry.register to {{registry}};
