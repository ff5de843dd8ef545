// The DDL of read tables comes from their declarations. It runs in `migrate` only, never at run time.
import { type AnyProjection, canonicalJson, type ProjectionGroup, type ReadTable } from '@finsam/kernel';
import type { Client } from 'pg';

const SQL_TYPES = {
  text: 'text collate "C"',
  integer: 'integer',
  bigint: 'bigint',
  date: 'date',
  boolean: 'boolean',
  json: 'json',
} as const;

/** Columns that every read table has, before its own: where a row belongs and from when until when it holds. */
export const STAMP_COLUMNS = {
  facts: { since: 'bigint', ordinal: 'integer' },
  state: { key: 'text', since: 'bigint', until: 'bigint' },
} as const;

export function readTableDdl({ kind, table }: Pick<AnyProjection, 'kind' | 'table'>): string[] {
  const own = Object.entries(table.columns).map(
    ([name, type]) => `"${name}" ${SQL_TYPES[type]}${table.nullable?.includes(name) ? '' : ' not null'}`,
  );
  const stamp =
    kind === 'facts'
      ? ['since bigint not null', 'ordinal integer not null']
      : ['key text collate "C" not null', 'since bigint not null', 'until bigint'];
  const key = kind === 'facts' ? 'since, ordinal' : 'key, since';
  const name = `read."${table.name}"`;
  const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');
  const indexes = (table.indexes ?? []).map(
    (columns, i) => `create index "${table.name}_${i}" on ${name} (association_id, generation, ${quoted(columns)})`,
  );
  // The runner looks up the standing version of a key in every batch.
  if (kind === 'state') {
    indexes.push(
      `create unique index "${table.name}_standing" on ${name} (association_id, generation, key) where until is null`,
    );
  }
  return [
    `create table ${name} (association_id integer not null, generation integer not null,
       ${[...stamp, ...own].join(', ')},
       primary key (association_id, generation, ${key}))`,
    `call ops.isolate('${name}')`,
    ...indexes,
  ];
}

/**
 * Makes the tables of all groups as declared. A table whose declaration changed is dropped with its group's
 * checkpoints, so that the projector folds the group again from the log; the log is never touched.
 */
export async function migrateReadTables(client: Client, groups: readonly ProjectionGroup[]) {
  const made: string[] = [];
  const { rows } = await client.query<{ name: string; projection_group: string; declaration: string }>(
    'select name, projection_group, declaration from ops.read_table',
  );
  const wanted = new Map(
    groups.flatMap((group) => group.projections.map((p) => [p.table.name, { group, p }] as const)),
  );
  const stale = new Set<string>();
  for (const row of rows) {
    const now = wanted.get(row.name);
    if (now && now.group.name === row.projection_group && declaration(now.p) === row.declaration) continue;
    await client.query(`drop table read."${row.name}"`);
    await client.query('delete from ops.read_table where name = $1', [row.name]);
    stale.add(row.projection_group);
  }
  const standing = new Set(rows.map((row) => row.name).filter((name) => wanted.has(name)));
  for (const [name, { group, p }] of wanted) {
    const kept = rows.find(
      (row) => row.name === name && row.declaration === declaration(p) && row.projection_group === group.name,
    );
    if (kept && standing.has(name)) continue;
    for (const statement of readTableDdl(p)) await client.query(statement);
    await client.query(`call ops.open_read_table('read."${name}"')`);
    await client.query('insert into ops.read_table (name, projection_group, declaration) values ($1, $2, $3)', [
      name,
      group.name,
      declaration(p),
    ]);
    stale.add(group.name);
    made.push(name);
  }
  const kept = [...wanted.keys()].filter((name) => !made.includes(name));
  for (const group of stale) await forgetGroup(client, group, groups, kept);
  return made;
}

/** Raised when all tables are made in another way than before; they are then built anew from the logs. */
const FORM = 2;

export function declaration({ kind, table }: { kind: string; table: ReadTable }): string {
  return canonicalJson({ form: FORM, kind, table });
}

async function forgetGroup(
  client: Client,
  name: string,
  groups: readonly ProjectionGroup[],
  kept: readonly string[],
): Promise<void> {
  await client.query('delete from ops.checkpoint where projection_group = $1', [name]);
  const group = groups.find((candidate) => candidate.name === name);
  const tables = (group?.projections ?? []).map(({ table }) => table.name).filter((table) => kept.includes(table));
  if (tables.length > 0) await client.query(`truncate ${tables.map((table) => `read."${table}"`).join(', ')}`);
}
