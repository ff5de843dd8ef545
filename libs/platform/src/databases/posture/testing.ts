// What the posture must find: for each rule, ways to break it.

const OWN = 'association_id = log.me()';
const TABLE = `create table report.note (association_id integer, text text, primary key (association_id));
  grant select on report.note to {{association}}; alter table report.note owner to {{owner}};
  call ops.isolate('report.note');`;
const FUNCTION = (how: string) =>
  `create function log.now() returns integer ${how}; alter function log.now owner to {{owner}};
    revoke all on function log.now from public;`;

/** A rule by its name; statements that break it; what is then named. */
export const VIOLATIONS: readonly (readonly [string, string, string?])[] = [
  ['rls-off', 'alter table report.run disable row level security', 'report.run'],
  ['rls-not-forced', 'alter table read.sky_v1 no force row level security', 'read.sky_v1'],
  ['no-own-policy', 'drop policy own on report.run', 'report.run'],
  ['no-own-policy', `alter policy own on report.run to {{dispatcher}}`],
  ['no-first-policy', 'drop policy first on report.run', 'report.run'],
  [
    'policy-reads-setting',
    `create policy p on report.run for select
    using (association_id = current_setting('app.tenant')::integer)`,
    'report.run (p)',
  ],
  ['policy-without-check', `drop policy own on report.run; create policy own on report.run using (${OWN})`],
  ['policy-too-wide', 'create policy p on report.run for select using (true)', 'report.run (p)'],
  [
    'policy-too-wide',
    `drop policy own on report.run; create policy own on report.run using (${OWN}) with check (true)`,
  ],
  // As a sub-select it is an InitPlan, and EXPLAIN tells whether it was executed.
  ['policy-too-wide', 'create policy p on report.run for select using (association_id = (select log.me()))'],
  ['policy-of-association-role', `create policy p on report.run for select to {{association}} using (${OWN})`],
  ['policy-of-association-role', `create policy p on report.run for select to {{a1}} using (${OWN})`],
  ['index-without-association-first', 'create unique index i on report.run (order_hash)', 'report.i'],
  ['index-without-association-first', 'create index i on read.sky_v1 (bird, association_id)'],
  ['index-without-association-first', 'alter table report.run add constraint c unique (run_id, association_id)'],
  [
    'foreign-key-without-association',
    `${TABLE} create table report.line (id integer primary key, note integer references report.note);
      alter table report.line owner to {{owner}}`,
  ],
  ['right-too-wide', 'grant truncate on report.run to {{association}}', 'report.run (TRUNCATE)'],
  ['right-too-wide', 'grant references on report.run to {{a1}}', 'report.run (REFERENCES)'],
  ['right-too-wide', 'grant trigger on report.run to {{association}}', 'report.run (TRIGGER)'],
  ['right-too-wide', 'grant update on read.sky_v1 to {{association}}', 'read.sky_v1 (UPDATE)'],
  ['right-too-wide', 'grant delete on read.sky_v1 to {{association}}', 'read.sky_v1 (DELETE)'],
  ['right-too-wide', 'grant select on log.head to {{association}} with grant option', 'log.head (SELECT)'],
  [
    'view-not-invoker',
    `create view read.all_runs as select * from report.run; alter view read.all_runs owner to {{owner}};
    grant select on read.all_runs to {{association}}`,
    'read.all_runs',
  ],
  [
    'relation-without-rows-of-its-own',
    `create materialized view read.m as select 1 as n;
    alter materialized view read.m owner to {{owner}}; grant select on read.m to {{association}}`,
    'read.m',
  ],
  [
    'relation-without-rows-of-its-own',
    `${TABLE} create table report.child () inherits (report.note);
    alter table report.child owner to {{owner}}`,
    'report.note',
  ],
  [
    'sequence-open',
    `create sequence log.s; alter sequence log.s owner to {{owner}}; grant usage on sequence log.s to {{a1}}`,
  ],
  ['rule-or-trigger', 'create rule r as on delete to read.sky_v1 do instead nothing', 'read.sky_v1 (r)'],
  [
    'rule-or-trigger',
    `create trigger t before update on read.sky_v1 for each row execute function suppress_redundant_updates_trigger()`,
  ],
  ['statistics-on-content', 'alter table read.sky_v1 alter key set statistics -1', 'read.sky_v1.key'],
  ['statistics-on-content', 'create statistics read.s on since, until from read.forest_v1'],
  ['statistics-on-content', 'create index i on read.sky_v1 (association_id, lower(bird))', 'read.i'],
  ['role-too-strong', 'alter role {{a1}} bypassrls', '{{installation}}_a001'],
  ['role-too-strong', 'alter role {{dispatcher}} createrole'],
  [
    'role-owns',
    'create domain public.mine as integer; alter domain public.mine owner to {{dispatcher}}',
    '{{installation}}_dispatcher',
  ],
  ['role-member', 'grant pg_read_all_data to {{a1}}', 'pg_read_all_data'],
  ['role-member', 'grant {{association}} to {{dispatcher}}'],
  ['role-member', 'create role "{{installation}}_x" in role {{owner}}'],
  ['role-lent', 'grant {{a1}} to {{dispatcher}}', '{{installation}}_dispatcher i {{installation}}_a001'],
  ['role-login', 'alter role {{association}} login', '{{installation}}_association'],
  ['role-limit', 'alter role {{a1}} connection limit -1', '{{installation}}_a001'],
  ['role-name', 'create role "{{installation}}_a0001" connection limit 1', '{{installation}}_a0001'],
  ['role-name', 'create role "{{installation}}_a000" connection limit 1'],
  ['database-open', 'grant connect on database "{{installation}}" to public', '{{installation}} (CONNECT)'],
  ['database-open', 'grant temporary on database "{{installation}}" to {{association}}'],
  ['schema-open', 'grant create on schema read to {{association}}', 'read (CREATE)'],
  ['schema-open', 'grant usage on schema ops to public', 'ops (USAGE)'],
  ['default-rights', 'alter default privileges for role {{owner}} grant select on tables to {{association}}'],
  ['definer-unknown', FUNCTION('language sql security definer set search_path = pg_catalog, pg_temp return 1')],
  ['definer-search-path', 'alter function log.append_one reset search_path', 'log.append_one'],
  [
    'function-open',
    `${FUNCTION('language sql return 1')} grant execute on function log.now to {{association}}`,
    'log.now()',
  ],
  ['function-open', 'grant execute on function log.append to public', 'log.append'],
  ['function-of-others', 'create function public.helpful() returns integer language sql return 1', 'helpful()'],
  ['leakproof', FUNCTION('language sql leakproof return 1'), 'log.now()'],
  [
    'identity',
    `create or replace function log.me() returns integer language sql immutable
    return current_setting('app.tenant')::integer`,
    'log.me()',
  ],
  ['owned-by-others', `alter table report.run owner to current_user`, 'report.run'],
  ['owned-by-others', `alter function log.append_one owner to current_user`, 'log.append_one'],
  ['server-open', 'grant select on pg_statistic to public', 'pg_statistic'],
  ['server-open', 'grant execute on function pg_read_file(text) to {{association}}', 'pg_read_file(text)'],
  ['large-objects', 'grant execute on function lo_create(oid) to public', 'lo_*'],
];
