-- The seal: a chain of hashes over every log, written once and never again (docs/seal.md).
-- A log's own identity, which it keeps when it moves; association numbers belong to an installation.
alter table log.head add column log_id uuid not null default gen_random_uuid();

-- Each row seals the events after the row before it: 32 bytes for each, the last 32 being the log's hash at `position`.
create table log.seal (
  association_id integer not null,
  kind smallint not null,
  position bigint not null,
  links bytea not null check (octet_length(links) > 0 and octet_length(links) % 32 = 0),
  primary key (association_id, kind, position)
);
-- Hashes do not compress.
alter table log.seal alter links set storage external, alter links set statistics 0;
call ops.isolate('log.seal');
grant select on log.seal to {{association}}, {{registry}}, {{auditor}};
create policy auditor on log.seal for select to {{auditor}} using (true);
grant select (association_id, kind, position) on log.seal to {{dispatcher}};
create policy dispatcher on log.seal for select to {{dispatcher}} using (true);

-- The only door: a row follows the one before it without a gap and never passes the log's head.
create function log.write_seal(p_kind smallint, p_position bigint, p_links bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_me integer := log.me();
  v_sealed bigint;
begin
  -- Two sealers at once: the second one waits, then finds that it has come too late.
  perform from log.head h where h.association_id = v_me and h.kind = p_kind and h.position >= p_position
    and log.writes(v_me, p_kind) for no key update;
  if not found then return false; end if;
  v_sealed := coalesce((select max(s.position) from log.seal s where s.association_id = v_me and s.kind = p_kind), 0);
  if v_sealed + octet_length(p_links) / 32 <> p_position then return false; end if;
  insert into log.seal values (v_me, p_kind, p_position, p_links);
  return true;
end $$;
revoke all on function log.write_seal from public;
grant execute on function log.write_seal to {{association}}, {{registry}};
