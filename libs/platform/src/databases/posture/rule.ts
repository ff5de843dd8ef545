// What a rule of the posture is: a query over the catalogue whose every row is a violation.

export interface PostureRule {
  readonly name: string;
  /**
   * `refuse`: no process starts. `report`: told, because an operator cannot always mend it, or an association could
   * bring it about by itself and stop everybody. `durable`: refuse, but on a server that calls itself thrown away.
   */
  readonly level: 'refuse' | 'report' | 'durable';
  /** In Swedish, after the object's name: what is wrong with it. */
  readonly says: string;
  /** Selects `object`, from the tables that `CATALOGUE` names. */
  readonly sql: string;
}

/** What every query stands on. $1 owner, $2 group, $3 prefix of the associations' roles, $4 purposes, $5 schemas. */
export const CATALOGUE = `
  tenants as (select oid, rolname from pg_roles where rolname ~ ('^' || $3 || '[0-9]{3,4}$')),
  runtime as (select oid, rolname from pg_roles where rolname = any($4::text[]) or rolname = $2
    union select oid, rolname from tenants),
  reach as (select oid from pg_roles where rolname = $2 union all select oid from tenants union all select 0),
  ours as (select oid, nspname, nspowner, nspacl from pg_namespace where nspname = any($5::text[])),
  others as (select oid, nspname, nspowner, nspacl from pg_namespace where nspname !~ '^pg_|^information_schema$'),
  relation as (select c.oid, c.oid::regclass::text as name, relkind, relacl, relowner, relrowsecurity,
      relforcerowsecurity, reloptions, relispartition, n.nspname = any($5::text[]) as ours
    from pg_class c join others n on n.oid = relnamespace where relkind not in ('i', 'I', 't', 'c')),
  granted as (
    select r.oid, r.name, r.relkind, a.privilege_type as privilege, a.is_grantable, false as by_column
      from relation r, aclexplode(r.relacl) a where a.grantee in (select oid from reach)
    union all select r.oid, r.name, r.relkind, a.privilege_type, a.is_grantable, true
      from relation r join pg_attribute c on c.attrelid = r.oid and c.attacl is not null, aclexplode(c.attacl) a
      where a.grantee in (select oid from reach)),
  opened as (select r.* from relation r where r.oid in (select oid from granted)),
  stored as (select * from opened where relkind in ('r', 'p')),
  policy as (select p.*, s.name as "table", pg_get_expr(polqual, polrelid) as seen,
      pg_get_expr(polwithcheck, polrelid) as written, polroles && (select array_agg(oid) from reach) as reached,
      format('%s (%s)', s.name, polname) as title
    from pg_policy p join relation s on s.oid = polrelid),
  routine as (select p.*, p.oid::regprocedure::text as name, n.nspname || '.' || proname as short,
      n.nspname = any($5::text[]) as ours,
      coalesce(array_agg(a.grantee) filter (where a.privilege_type = 'EXECUTE'), '{}') as grantees
    from pg_proc p join others n on n.oid = pronamespace
      left join aclexplode(coalesce(proacl, acldefault('f', proowner))) a on true group by p.oid, n.nspname)`;
