// The DDL of read tables comes from their declarations. It runs in `migrate` only, never at run time.
import {
  type AnyProjection,
  canonicalJson,
  type ProjectionGroup,
  readTableNames,
  type ReadTable,
  type Totals,
} from '@finsam/kernel';
import type { Client } from 'pg';
import { sumColumns, totalsKey } from './totals-columns';

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

/** A table as it is made; its declaration tells whether it has been made otherwise. */
export interface StoredTable {
  readonly name: string;
  readonly declaration: string;
  readonly ddl: readonly string[];
}

/** The projection's rows, and their totals if it keeps any. */
export function storedTables(projection: AnyProjection): StoredTable[] {
  const { kind, table } = projection;
  const own = { name: table.name, declaration: declaration({ kind, table }), ddl: readTableDdl(projection) };
  if (kind !== 'facts' || !projection.totals) return [own];
  const { totals } = projection;
  const { columns, nullable } = table;
  return [
    own,
    {
      name: totals.name,
      declaration: declaration({ kind: 'totals', columns, nullable, totals }),
      ddl: totalsDdl(table, totals),
    },
  ];
}

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

function columnDdl(table: ReadTable, name: string): string {
  return `"${name}" ${SQL_TYPES[table.columns[name]!]}${table.nullable?.includes(name) ? '' : ' not null'}`;
}

function totalsDdl(facts: ReadTable, totals: Totals): string[] {
  const name = `read."${totals.name}"`;
  const own = [totals.part, ...totals.by].map((column) => columnDdl(facts, column));
  return [
    `create table ${name} (association_id integer not null, generation integer not null, block bigint not null,
       ${[...own, ...sumColumns(totals).map((column) => `"${column}" bigint`)].join(', ')})`,
    `call ops.isolate('${name}')`,
    `create unique index "${totals.name}_key" on ${name} (${quoted(totalsKey(totals))}) nulls not distinct`,
  ];
}

function readTableDdl({ kind, table }: Pick<AnyProjection, 'kind' | 'table'>): string[] {
  const own = Object.keys(table.columns).map((name) => columnDdl(table, name));
  const stamp =
    kind === 'facts'
      ? ['since bigint not null', 'ordinal integer not null']
      : ['key text collate "C" not null', 'since bigint not null', 'until bigint'];
  const key = kind === 'facts' ? 'since, ordinal' : 'key, since';
  const name = `read."${table.name}"`;
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
    groups.flatMap((group) =>
      group.projections.flatMap(storedTables).map((table) => [table.name, { group, table }] as const),
    ),
  );
  const standing = new Set<string>();
  const stale = new Set<string>();
  for (const row of rows) {
    const now = wanted.get(row.name);
    if (now && now.group.name === row.projection_group && now.table.declaration === row.declaration) {
      standing.add(row.name);
      continue;
    }
    await client.query(`drop table read."${row.name}"`);
    await client.query('delete from ops.read_table where name = $1', [row.name]);
    stale.add(row.projection_group);
  }
  for (const [name, { group, table }] of wanted) {
    if (standing.has(name)) continue;
    for (const statement of table.ddl) await client.query(statement);
    await client.query(`call ops.open_read_table('read."${name}"')`);
    await client.query('insert into ops.read_table (name, projection_group, declaration) values ($1, $2, $3)', [
      name,
      group.name,
      table.declaration,
    ]);
    stale.add(group.name);
    made.push(name);
  }
  for (const group of stale) await forgetGroup(client, group, groups, standing);
  return made;
}

/** Raised when all tables are made in another way than before; they are then built anew from the logs. */
const FORM = 2;

function declaration(of: object): string {
  return canonicalJson({ form: FORM, ...of });
}

async function forgetGroup(
  client: Client,
  name: string,
  groups: readonly ProjectionGroup[],
  kept: ReadonlySet<string>,
): Promise<void> {
  await client.query('delete from ops.checkpoint where projection_group = $1', [name]);
  const group = groups.find((candidate) => candidate.name === name);
  const tables = group ? readTableNames(group).filter((table) => kept.has(table)) : [];
  if (tables.length > 0) await client.query(`truncate ${tables.map((table) => `read."${table}"`).join(', ')}`);
}
