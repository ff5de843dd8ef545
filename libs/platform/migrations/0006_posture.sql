-- Closes what arbitrary SQL in an association's session could still learn of the others, or take from them.
-- docs/isolation.md says what is promised; posture.ts refuses to start on a database where any of this has come undone.

-- In the hands of whoever is not a superuser `session_user` never changes, so a plan may hold its number as a constant.
-- As a sub-select in the policies it told by "never executed" in EXPLAIN ANALYZE whether any foreign row had a value.
create or replace function log.me() returns integer language sql immutable parallel safe
  return case session_user when '{{registry:name}}' then 0
    else (substring(session_user::text, '^{{association-role}}([0-9]{3,4})$'))::integer end;

-- `own` decides, and is what indexes are used by. `first` says the same, in a form that is evaluated before anything
-- that the session's own statement asks of a row: else EXPLAIN's buffers tell which foreign rows got how far. It lets
-- those through that have no number, and leaves to `own` what is written. Neither names the group of associations: a
-- member can DROP OWNED BY its group, policies included.
create or replace procedure ops.isolate(p_table regclass)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_own text := 'association_id = log.me()';
  v_first text := 'coalesce(association_id = any (array[log.me()]), true)';
  v_operator text := format('(select pg_has_role(session_user, %L, ''member''))', '{{owner:name}}');
begin
  execute format('alter table %s enable row level security, force row level security', p_table);
  execute format('drop policy if exists own on %s', p_table);
  execute format('drop policy if exists first on %s', p_table);
  execute format('drop policy if exists operator on %s', p_table);
  execute format('create policy own on %s using (%s) with check (%s)', p_table, v_own, v_own);
  execute format('create policy first on %s as restrictive using (%s) with check (true)', p_table, v_first);
  execute format('create policy operator on %s to {{owner}} using (%s) with check (%s)', p_table, v_operator, v_operator);
  -- Estimates are made from all associations' rows and shown to each: of contents there shall be none.
  execute (
    select format('alter table %s %s', p_table, string_agg(format('alter %I set statistics 0', attname), ', '))
    from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped
      and not (attname in ('association_id', 'generation', 'kind', 'position', 'since', 'until', 'ordinal')
        and atttypid in ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype)));
end $$;

do $$
declare v_table regclass;
begin
  for v_table in select polrelid from pg_policy where polname = 'own' loop
    call ops.isolate(v_table);
    -- What was gathered before stays until a column gets its type again.
    execute (
      select format('alter table %s %s', v_table, string_agg(format('alter %I type %s%s', attname,
        format_type(atttypid, atttypmod), case attcollation when '"C"'::regcollation then ' collate "C"' end), ', '))
      from pg_attribute where attrelid = v_table and attnum > 0 and not attisdropped and attstattarget = 0
        and not (attrelid = 'exchange.message'::regclass and attname = 'receiver'));
  end loop;
end $$;

-- The receiver's rows are not its own.
drop policy first on exchange.message;
drop policy receiver on exchange.message;
create policy receiver on exchange.message for select using (receiver = log.me()::text);

-- `append_one` takes the revision that the caller expects; no log begins before 0.
alter table log.event add constraint event_revision check (revision >= 0);

-- Whoever may update or delete in a table as a whole may also LOCK TABLE it, and stop everybody. So an association
-- updates the columns that change, and removes its old generations through a door.
revoke update, delete on ops.checkpoint from {{association}};
grant update (position, live, stalled_at, stalled_reason, moved_at) on ops.checkpoint to {{association}};
revoke update on report.run from {{association}};
grant update (status, attempt, lease_until, failure, finished_at) on report.run to {{association}};
revoke update on exchange.message from {{association}};
grant update (position, body) on exchange.message to {{association}};

create procedure ops.open_read_table(p_table regclass)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('revoke all on %s from {{association}}', p_table);
  execute format('grant select, insert on %s to {{association}}', p_table);
  if exists (select from pg_attribute where attrelid = p_table and attname = 'until') then
    execute format('grant update (until) on %s to {{association}}', p_table);
  end if;
end $$;
revoke all on procedure ops.open_read_table from public;

do $$
declare v_name text;
begin
  for v_name in select name from ops.read_table loop
    call ops.open_read_table(format('read.%I', v_name)::regclass);
  end loop;
end $$;

create function ops.remove_generations(p_group text, p_except integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_me integer := log.me();
  v_name text;
begin
  for v_name in select t.name from ops.read_table t where t.projection_group = p_group loop
    execute format('delete from read.%I where association_id = $1 and generation <> $2', v_name) using v_me, p_except;
  end loop;
  delete from ops.checkpoint c
    where c.association_id = v_me and c.projection_group = p_group and c.generation <> p_except;
end $$;
revoke all on function ops.remove_generations from public;
grant execute on function ops.remove_generations to {{association}};
