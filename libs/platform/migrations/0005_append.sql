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
-- no such log, nothing moves and nothing is given back. Plans are pinned: one made on an empty table would scan.
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
        and (p_expected < 0 or (select true from log.event o where o.association_id = v_me and o.kind = p_kind
          and o.stream = p_stream and o.revision = p_expected))
      returning h.position, h.recorded_at
  )
  insert into log.event as e
    select v_me, p_kind, head.position, p_stream, p_expected + 1, p_id, p_type, p_schema_version, p_data, p_meta,
      p_command, p_ordinal, head.recorded_at
    from head
    returning e.position, e.recorded_at into append_one.position, append_one.recorded_at;
end $$;
revoke all on function log.append_one from public;

-- The broad way: requests [{s: stream, x: expected revision, e: [{i, t, v, d, m, c, o}]}], a stream at most once.
-- Each is answered by itself: with its last revision and position, or with neither if its stream is elsewhere.
-- A command that is recorded already breaks the whole call, which then has written nothing.
create function log.append(p_kind smallint, p_requests json)
returns table (request integer, revision bigint, "position" bigint, recorded_at timestamptz)
language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
    select q.n::integer as n, q.s, q.x, q.e, json_array_length(q.e) as size,
      coalesce((select e.revision from log.event e where e.association_id = v_me and e.kind = p_kind and e.stream = q.s
        order by e.revision desc limit 1), -1) as found
    from rows from (json_to_recordset(p_requests) as (s text, x bigint, e json)) with ordinality as q(s, x, e, n)
  ), taken as materialized (
    select a.n, a.s, a.x, a.e, a.size, v_head + sum(a.size) over (order by a.n) - a.size as base
    from asked a where a.found = a.x
  ), written as (
    insert into log.event
      select v_me, p_kind, t.base + w.n, t.s, t.x + w.n, w.i, w.t, w.v, w.d::json, w.m::json, w.c, w.o, v_at
      from taken t cross join lateral rows from (json_to_recordset(t.e) as
        (i uuid, t text, v integer, d text, m text, c text, o integer)) with ordinality as w(i, t, v, d, m, c, o, n)
  ), moved as (
    update log.head h set position = v_head + (select sum(t.size) from taken t), recorded_at = v_at
      where h.association_id = v_me and h.kind = p_kind and exists (select from taken)
  )
  select a.n, (t.x + t.size)::bigint, (t.base + t.size)::bigint, v_at
    from asked a left join taken t on t.n = a.n order by a.n;
end $$;
revoke all on function log.append from public;

grant execute on function log.append, log.append_one to {{association}}, {{registry}};
