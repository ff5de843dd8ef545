// Of tables that an association's role can reach: by a right of its own, of the group, or of PUBLIC.
import type { PostureRule } from './rule';

const OWN = '(association_id = log.me())';
const FIRST = 'COALESCE((association_id = ANY (ARRAY[log.me()])), true)';
const RECEIVED = '(receiver = (log.me())::text)';
const CLERK = "format('(SESSION_USER = %L::name)', regexp_replace($3, '_a$', '_registry'))";
const KNOWN = `('${OWN}', '${FIRST}', '${RECEIVED}', ${CLERK})`;
const READS_SETTING = `concat(seen, written) ~* 'current_setting'`;
/** Where rows of others are seen on purpose. */
const SHARED = `('exchange.message')`;
const STAMPS = `('association_id', 'generation', 'kind', 'position', 'since', 'until', 'ordinal')`;
const NUMBERS = `('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype)`;

export const TABLE_RULES: readonly PostureRule[] = [
  {
    name: 'rls-off',
    level: 'refuse',
    says: 'är öppen för förbunden men saknar radskydd (row level security)',
    sql: 'select name as object from stored where not relrowsecurity',
  },
  {
    name: 'rls-not-forced',
    level: 'refuse',
    says: 'har radskydd som inte gäller ägaren (force row level security saknas)',
    sql: 'select name as object from stored where relrowsecurity and not relforcerowsecurity',
  },
  {
    name: 'no-own-policy',
    level: 'refuse',
    says: 'saknar regeln att var och en ser sina egna rader',
    sql: `select name as object from stored s where not exists (select from policy p where p.polrelid = s.oid
      and polpermissive and polcmd = '*' and polroles = '{0}' and seen = '${OWN}')`,
  },
  {
    name: 'no-first-policy',
    level: 'refuse',
    says: 'saknar regeln som prövas före allt annat; utan den avslöjar EXPLAIN andras innehåll',
    sql: `select name as object from stored s where name not in ${SHARED} and not exists (
      select from policy p where p.polrelid = s.oid and not polpermissive and polcmd = '*' and polroles = '{0}'
        and seen = '${FIRST}')`,
  },
  {
    name: 'policy-reads-setting',
    level: 'refuse',
    says: 'bygger på en inställning, som vilken sats som helst kan ändra',
    sql: `select title as object from policy where ${READS_SETTING}`,
  },
  {
    name: 'policy-without-check',
    level: 'refuse',
    says: 'säger inte vad som får skrivas (with check saknas)',
    sql: `select title as object from policy where polcmd in ('*', 'w', 'a') and written is null`,
  },
  {
    name: 'policy-too-wide',
    level: 'refuse',
    says: 'släpper in förbunden på annat än sina egna rader',
    sql: `select title as object from policy where reached and polpermissive and not ${READS_SETTING}
      and (seen not in ${KNOWN} or written not in ${KNOWN})`,
  },
  {
    name: 'policy-of-association-role',
    level: 'refuse',
    says: 'är knuten till förbundens roll och kan tas bort av vilket förbund som helst (drop owned by)',
    sql: 'select title as object from policy where polroles && (select array_agg(oid) from reach where oid <> 0)',
  },
  {
    name: 'index-without-association-first',
    level: 'refuse',
    says: 'börjar inte med association_id och kan avslöja att ett värde finns hos en annan',
    sql: `select i.indexrelid::regclass::text as object from pg_index i join stored s on s.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'association_id'`,
  },
  {
    name: 'foreign-key-without-association',
    level: 'refuse',
    says: 'är en främmande nyckel som kan peka på en annan association',
    sql: `select format('%s (%s)', c.conrelid::regclass, c.conname) as object from pg_constraint c
      where c.contype = 'f' and (c.conrelid in (select oid from stored) or c.confrelid in (select oid from stored))
        and not exists (select from unnest(c.conkey, c.confkey) as k(here, there)
          join pg_attribute h on h.attrelid = c.conrelid and h.attnum = k.here and h.attname = 'association_id'
          join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.there and t.attname = 'association_id')`,
  },
  {
    name: 'right-too-wide',
    level: 'refuse',
    says: 'ger förbunden en rätt som radskyddet inte styr, eller som låser tabellen för alla',
    sql: `select format('%s (%s)', name, privilege) as object from granted where relkind in ('r', 'p')
      and (privilege in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') or is_grantable
        or (privilege in ('UPDATE', 'DELETE') and not by_column))`,
  },
  {
    name: 'view-not-invoker',
    level: 'refuse',
    says: 'är en vy som läser med ägarens rätt (security_invoker saknas)',
    sql: `select name as object from opened where relkind = 'v'
      and not coalesce(lower(reloptions::text) ~ 'security_invoker=(true|on|yes|1)', false)`,
  },
  {
    name: 'relation-without-rows-of-its-own',
    level: 'refuse',
    says: 'är en materialiserad vy, främmande tabell, partition eller ärvd tabell, där radskydd inte hjälper',
    sql: `select name as object from opened o where relkind in ('m', 'f', 'p') or relispartition
      or exists (select from pg_inherits where o.oid in (inhrelid, inhparent))`,
  },
  {
    name: 'sequence-open',
    level: 'refuse',
    says: 'är en räknare som visar förbunden hur mycket andra skriver',
    sql: `select name as object from opened where relkind = 'S'`,
  },
  {
    name: 'rule-or-trigger',
    level: 'refuse',
    says: 'är en regel eller trigger som migreringen inte har gjort',
    sql: `select format('%s (%s)', r.name, w.rulename) as object from pg_rewrite w join relation r on r.oid = w.ev_class
        where w.rulename <> '_RETURN' and r.ours
      union all select format('%s (%s)', r.name, t.tgname) from pg_trigger t join relation r on r.oid = t.tgrelid
        where not t.tgisinternal and r.ours`,
  },
  {
    name: 'statistics-on-content',
    level: 'refuse',
    says: 'har statistik, och uppskattningar visar då för alla vad som finns hos andra',
    sql: `select format('%s.%s', s.name, a.attname) as object from stored s
        join pg_attribute a on a.attrelid = s.oid and a.attnum > 0 and not a.attisdropped
        where a.attstattarget is distinct from 0
          and not (a.attname in ${STAMPS} and a.atttypid in ${NUMBERS})
      union all select e.stxname from pg_statistic_ext e where e.stxrelid in (select oid from stored)
      union all select i.indexrelid::regclass::text from pg_index i where i.indrelid in (select oid from stored)
        and i.indexprs is not null`,
  },
];
