// Of functions, and of who made what.
import type { PostureRule } from './rule';

/** What may run with the owner's rights: each takes the association from whoever is logged in. */
const DEFINERS = `('log.append', 'log.append_one', 'log.write_seal', 'ops.remove_generations', 'registry.register')`;
/** What an association may call. */
const CALLED = `('log.me', 'log.append', 'log.append_one', 'log.write_seal', 'ops.remove_generations')`;

export const FUNCTION_RULES: readonly PostureRule[] = [
  {
    name: 'definer-unknown',
    level: 'refuse',
    says: 'körs med ägarens rätt (security definer) men hör inte till de kända',
    sql: `select name as object from routine where prosecdef and short not in ${DEFINERS}
      and (ours or grantees && (select array_agg(oid) from reach))`,
  },
  {
    name: 'definer-search-path',
    level: 'refuse',
    says: 'körs med ägarens rätt utan fast search_path',
    sql: `select name as object from routine where prosecdef and short in ${DEFINERS}
      and not coalesce('search_path=pg_catalog, pg_temp' = any(proconfig), false)`,
  },
  {
    name: 'function-open',
    level: 'refuse',
    says: 'får köras av förbunden eller av alla',
    sql: `select name as object from routine where ours and short not in ${CALLED} and short !~ '^jobs\\.'
        and grantees && (select array_agg(oid) from reach)
      union all select name from routine where short in ${CALLED} and short <> 'log.me' and 0 = any(grantees)`,
  },
  {
    name: 'function-of-others',
    level: 'report',
    says: 'är en funktion som Finsambok inte har gjort och som alla får köra',
    sql: `select name as object from routine where not ours and 0 = any(grantees)`,
  },
  {
    name: 'leakproof',
    level: 'refuse',
    says: 'är märkt leakproof och körs därför före radskyddet',
    sql: 'select name as object from routine where proleakproof',
  },
  {
    name: 'identity',
    level: 'refuse',
    says: 'säger inte längre vem man är av session_user allena',
    sql: `select name as object from routine where short = 'log.me' and (prosecdef or provolatile <> 'i' or pronargs > 0
      or coalesce(pg_get_function_sqlbody(oid), '') <> format('RETURN CASE SESSION_USER WHEN %L::name THEN 0 '
        || 'ELSE ("substring"((SESSION_USER)::text, %L::text))::integer END',
        regexp_replace($3, '_a$', '_registry'), '^' || $3 || '([0-9]{3,4})$'))`,
  },
  {
    name: 'owned-by-others',
    level: 'refuse',
    says: 'ägs av en annan än installationens ägarroll',
    sql: `select o.name as object from (
        select nspname::text as name, nspowner as owner from ours
        union all select r.name, r.relowner from relation r where r.ours
        union all select name, proowner from routine where ours) o
      where o.owner <> coalesce(to_regrole(quote_ident($1))::oid, 0)`,
  },
  {
    name: 'server-open',
    level: 'refuse',
    says: 'visar serverns filer eller alla tabellers innehåll och är öppen för alla',
    sql: `select relname as object from pg_class, aclexplode(relacl) a
        where relnamespace = 'pg_catalog'::regnamespace and a.grantee in (select oid from reach) and relname in
          ('pg_statistic', 'pg_statistic_ext_data', 'pg_authid', 'pg_largeobject', 'pg_user_mapping')
      union all select p.oid::regprocedure::text from pg_proc p,
        aclexplode(coalesce(proacl, acldefault('f', proowner))) a
        where pronamespace = 'pg_catalog'::regnamespace and a.grantee in (select oid from reach)
          and proname in
            ('pg_read_file', 'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'lo_import', 'lo_export')`,
  },
  {
    name: 'large-objects',
    level: 'report',
    says: 'är öppen för alla; stora objekt står utanför allt radskydd (bara en superanvändare kan stänga dem)',
    sql: `select 'lo_*' as object where exists (select from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^lo(_|read|write)'
        and has_function_privilege('public', oid, 'execute'))`,
  },
];
