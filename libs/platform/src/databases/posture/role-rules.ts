// Of the roles that processes log in as, of what they belong to, and of the doors of the database itself.
import type { PostureRule } from './rule';

const MIGRATOR = `(m.rolsuper or m.rolcreaterole
  or m.oid = (select datdba from pg_database where datname = current_database()))`;

export const ROLE_RULES: readonly PostureRule[] = [
  {
    name: 'role-too-strong',
    level: 'refuse',
    says: 'är en roll som går förbi radskyddet eller kan göra andra roller',
    sql: `select rolname as object from pg_roles where (oid in (select oid from runtime) or rolname = $1)
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    // Large objects, default rights and databases' own settings can be had by whoever is logged in.
    name: 'role-owns',
    level: 'refuse',
    says: 'är en roll för processer men äger något, och kan då ändra skyddet av det',
    sql: `select distinct r.rolname as object from pg_shdepend d join runtime r on r.oid = d.refobjid
      where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
        and d.classid not in ('pg_largeobject'::regclass, 'pg_default_acl'::regclass)`,
  },
  {
    name: 'role-member',
    level: 'refuse',
    says: 'är ett medlemskap som ger en roll mer än dess egen rätt',
    sql: `select format('%s i %s', m.rolname, g.rolname) as object from pg_auth_members a
      join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
      where (a.member in (select oid from runtime) and g.oid not in (select oid from tenants)
          and (a.admin_option or not (g.rolname = $2 and a.member in (select oid from tenants))))
        or (g.rolname in ($1, $2) and a.member not in (select oid from runtime) and not ${MIGRATOR})`,
  },
  {
    name: 'role-lent',
    level: 'refuse',
    says: 'är ett medlemskap i ett förbunds egen roll',
    sql: `select format('%s i %s', m.rolname, t.rolname) as object from pg_auth_members a
      join pg_roles m on m.oid = a.member join tenants t on t.oid = a.roleid where not ${MIGRATOR}`,
  },
  {
    name: 'role-login',
    level: 'refuse',
    says: 'är en grupp som ingen ska kunna logga in som',
    sql: 'select rolname as object from pg_roles where rolname in ($1, $2) and rolcanlogin',
  },
  {
    name: 'role-limit',
    level: 'refuse',
    says: 'är ett förbunds roll utan gräns för antalet anslutningar',
    sql: 'select r.rolname as object from tenants t join pg_roles r using (oid) where r.rolconnlimit < 0',
  },
  {
    name: 'role-name',
    level: 'refuse',
    says: 'är en roll som av sitt namn tas för ett förbund den inte är',
    sql: `select rolname as object from tenants, lateral (select substr(rolname, length($3) + 1)::integer) as n(number)
      where number = 0 or rolname <> $3 || case when number < 1000 then to_char(number, 'FM000') else number::text end`,
  },
  {
    name: 'database-open',
    level: 'refuse',
    says: 'är en databas dit vem som helst kommer in, eller där förbunden får göra egna tabeller',
    sql: `select format('%s (%s)', d.datname, a.privilege_type) as object from pg_database d,
        aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      where d.datname = current_database() and (a.grantee = 0
        or (a.grantee in (select oid from runtime) and (a.privilege_type <> 'CONNECT' or a.is_grantable)))`,
  },
  {
    name: 'schema-open',
    level: 'refuse',
    says: 'är ett schema där processernas roller får göra egna tabeller, eller som är öppet för alla',
    sql: `select format('%s (%s)', n.nspname, a.privilege_type) as object from others n,
        aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
      where (a.privilege_type = 'CREATE' and (a.grantee = 0 or a.grantee in (select oid from runtime)))
        or (a.grantee = 0 and n.oid in (select oid from ours))`,
  },
  {
    // A role's own defaults apply to what it makes itself, and processes' roles make nothing.
    name: 'default-rights',
    level: 'refuse',
    says: 'ger förbunden rätt till det som ännu inte är gjort (default privileges)',
    sql: `select format('%s (%s)', r.rolname, d.defaclobjtype) as object from pg_default_acl d
      join pg_roles r on r.oid = d.defaclrole, aclexplode(d.defaclacl) a
      where d.defaclrole not in (select oid from runtime) and a.grantee in (select oid from reach)
        and not (a.grantee = 0 and d.defaclobjtype = 'T')`,
  },
];
