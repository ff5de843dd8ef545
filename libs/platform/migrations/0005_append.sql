-- The door to the log takes the association from whoever is logged in. Two ways through it: one event in one call,
-- and many streams' events in one call. Both lock the log's head first, so positions stay dense and in commit order.
drop function log.append(integer, smallint, text, bigint, json);

-- An association writes its record and its audit, the installation's clerk the installation's log.
create function log.writes(p_me integer, p_kind smallint) returns boolean language sql immutable parallel safe
  return case when p_me > 0 then p_kind in (1, 2) else p_me = 0 and p_kind = 3 end;
revoke all on function log.writes from public;

-- The short way, in one statement: move the head, write the event where it then stands. That a new stream is new, and
-- that nobody was faster, the key (stream, revision) decides; that the stream has come as far as was expected is looked
-- up, as it was when the statement began: whoever knows of a revision was answered before. If it has not, or there is
-- no such log, nothing moves and nothing is given back. Plans are pinned, and what is looked up is ordered by the key
-- that it should be found by: a plan made on an empty table would scan it for ever, or walk through another key.
create function log.append_one(
  p_kind smallint, p_stream text, p_expected bigint, p_id uuid, p_type text, p_schema_version integer,
  p_data json, p_meta json, p_command text, p_ordinal integer, out "position" bigint, out recorded_at timestamptz
) language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_me integer := log.me();
begin
  with head as (
    update log.head h
      set position = h.position + 1, recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
      where h.association_id = v_me and h.kind = p_kind and log.writes(v_me, p_kind)
        and (p_expected < 0 or p_expected = (select o.revision from log.event o where o.association_id = v_me
          and o.kind = p_kind and o.stream = p_stream order by o.revision desc limit 1))
      returning h.position, h.recorded_at
  )
  insert into log.event as e
    select v_me, p_kind, head.position, p_stream, p_expected + 1, p_id, p_type, p_schema_version, p_data, p_meta,
      p_command, p_ordinal, head.recorded_at
    from head
    returning e.position, e.recorded_at into append_one.position, append_one.recorded_at;
end $$;
revoke all on function log.append_one from public;

-- The broad way: requests [{s: stream, x: expected revision, size}], a stream at most once, and their events in one
-- list [{r: request, n: place in it, i, t, v, d, m, c, o}], both counted from 1. Each request is answered by itself:
-- with its last revision and position, or with neither if its stream is elsewhere.
-- A command that is recorded already breaks the whole call, which then has written nothing.
create function log.append(p_kind smallint, p_requests json, p_events json)
returns table (request integer, revision bigint, "position" bigint, recorded_at timestamptz)
language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_mergejoin = off set enable_nestloop = off as $$
#variable_conflict use_column
declare
  v_me integer := log.me();
  v_head bigint;
  v_at timestamptz;
begin
  select h.position, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp())) into v_head, v_at
    from log.head h where h.association_id = v_me and h.kind = p_kind and log.writes(v_me, p_kind) for update;
  if v_head is null then raise exception 'no such log' using errcode = 'FS002'; end if;
  return query
  with asked as materialized (
    select q.r::integer as r, q.s, q.x, q.size,
      coalesce((select e.revision from log.event e where e.association_id = v_me and e.kind = p_kind and e.stream = q.s
        order by e.revision desc limit 1), -1) as found
    from rows from (json_to_recordset(p_requests) as (s text, x bigint, size integer)) with ordinality as q(s, x, size, r)
  ), taken as materialized (
    select a.r, a.s, a.x, a.size, v_head + sum(a.size) over (order by a.r) - a.size as base
    from asked a where a.found = a.x and a.size > 0
  ), written as (
    -- Hashed by request, so that the events are written in the order they came.
    insert into log.event
      select v_me, p_kind, t.base + w.n, t.s, t.x + w.n, w.i, w.t, w.v, w.d, w.m, w.c, w.o, v_at
      from json_to_recordset(p_events) as
        w(r integer, n integer, i uuid, t text, v integer, d json, m json, c text, o integer)
      join taken t on t.r = w.r and w.n between 1 and t.size
    returning true
  ), moved as (
    -- No place was given twice, says the key; so if there are as many as was said, there is no gap. Else there is no
    -- position to move to, and nothing has been written.
    update log.head h set recorded_at = v_at, position = (
        select v_head + sum(t.size) from taken t having sum(t.size) = (select count(*) from written))
      where h.association_id = v_me and h.kind = p_kind and exists (select from taken)
  )
  select a.r, (t.x + t.size)::bigint, (t.base + t.size)::bigint, v_at
    from asked a left join taken t on t.r = a.r order by a.r;
end $$;
revoke all on function log.append from public;

grant execute on function log.append, log.append_one to {{association}}, {{registry}};
