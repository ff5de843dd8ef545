-- Every association logs in as itself. Which rows a session may see and write follows from `session_user`, which no
-- statement can change, and never from a setting. {{association}} is from now on the group of all associations' roles.

-- The number of the association that this session is logged in as; 0 for the installation's own clerk; else null.
create function log.me() returns integer language sql stable parallel safe
  return case session_user when '{{registry:name}}' then 0
    else (substring(session_user::text, '^{{association-role}}([0-9]{3,4})$'))::integer end;

-- Own rows and no others, for everybody, the owner included: so the rule also holds inside functions that run with
-- the owner's rights. Only a session that is itself logged in as a member of the owner (migrate, restore) sees all.
create procedure ops.isolate(p_table regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_operator text := format('(select pg_has_role(session_user, %L, ''member''))', '{{owner:name}}');
begin
  execute format('alter table %s enable row level security, force row level security', p_table);
  execute format('create policy own on %s using (association_id = (select log.me()))
    with check (association_id = (select log.me()))', p_table);
  execute format('create policy operator on %s to {{owner}} using (%s) with check (%s)', p_table, v_operator, v_operator);
end $$;
revoke all on procedure ops.isolate from public;

call ops.isolate('log.event');
call ops.isolate('log.head');
call ops.isolate('ops.checkpoint');
call ops.isolate('report.run');
call ops.isolate('report.document');
drop policy sender on exchange.message;
call ops.isolate('exchange.message');

-- What else is seen, each by one role: numbers by the dispatcher, messages by their receiver, logs by the auditor.
create policy dispatcher on log.head for select to {{dispatcher}} using (true);
create policy dispatcher on ops.checkpoint for select to {{dispatcher}} using (true);
create policy dispatcher on report.run for select to {{dispatcher}} using (true);
create policy receiver on exchange.message for select to {{association}} using (receiver = (select log.me())::text);
create policy auditor on log.event for select to {{auditor}} using (true);
create policy auditor on log.head for select to {{auditor}} using (true);
grant usage on schema log, registry to {{auditor}};
grant select on log.event, log.head, registry.association to {{auditor}};

-- The register belongs to the installation: its clerk enters, dispatcher and auditor read.
alter table registry.association enable row level security, force row level security;
create policy clerk on registry.association using (session_user = '{{registry:name}}')
  with check (session_user = '{{registry:name}}');
create policy reader on registry.association for select to {{dispatcher}}, {{auditor}} using (true);
create policy operator on registry.association to {{owner}}
  using ((select pg_has_role(session_user, '{{owner:name}}', 'member')))
  with check ((select pg_has_role(session_user, '{{owner:name}}', 'member')));
create policy registering on log.head for insert to {{owner}} with check (session_user = '{{registry:name}}');

-- The lowest number that nobody has; `migrate` must have made its role.
create or replace function registry.register(p_slug text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_id integer;
begin
  lock table registry.association in share row exclusive mode;
  select a.association_id into v_id from registry.association a where a.slug = p_slug;
  if found then return v_id; end if;
  select n into v_id from generate_series(1, 9999) n
    where not exists (select from registry.association a where a.association_id = n) order by n limit 1;
  if to_regrole('{{association-role}}' || to_char(v_id, 'FM9000')) is null then raise exception 'no free number' using errcode = 'FS003'; end if;
  insert into registry.association (association_id, slug) values (v_id, p_slug);
  insert into log.head (association_id, kind) values (v_id, 1), (v_id, 2);
  return v_id;
end $$;

-- The installation's own log is the clerk's.
grant usage on schema log to {{registry}};
grant select on log.event, log.head to {{registry}};

-- Estimates are made from all associations' rows and shown to each: of contents there shall be none.
alter table log.event alter stream set statistics 0, alter event_id set statistics 0, alter type set statistics 0,
  alter data set statistics 0, alter meta set statistics 0, alter command_id set statistics 0;
alter table exchange.message alter key set statistics 0, alter kind set statistics 0, alter receiver set statistics 0;
alter table report.run alter run_id set statistics 0, alter period set statistics 0, alter failure set statistics 0;
