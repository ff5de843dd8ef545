// Writes what a batch of events did to one table: one statement per kind of change, whatever the batch's size.
import type { AnyProjection, ColumnType, Recorded, Row } from '@finsam/kernel';
import type { PoolClient } from 'pg';
import { STAMP_COLUMNS } from '../databases/read-tables';
import { addToTotals } from './totals-writer';

export interface Target {
  readonly association: number;
  readonly generation: number;
}

/** Thrown for the event that a projection could not fold; the group stops before it. */
export class FoldError extends Error {
  override readonly name = 'FoldError';
  constructor(
    readonly event: Pick<Recorded, 'position' | 'type'>,
    readonly projection: string,
    override readonly cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${projection} cannot fold ${event.type} at ${event.position}: ${why}`);
  }
}

/** Folds the events that the projection knows, in order, and stores the rows they give. */
export async function foldInto(
  client: PoolClient,
  target: Target,
  projection: AnyProjection,
  events: readonly Recorded[],
) {
  const known = new Set(projection.events.map(({ type }) => type));
  const mine = events.filter(({ type }) => known.has(type));
  if (mine.length === 0) return;
  if (projection.kind === 'facts') {
    const rows = mine.flatMap((event) =>
      guarded(projection, event, () =>
        projection.facts(event).map((row, ordinal) => ({ ...row, since: event.position, ordinal })),
      ),
    );
    await insert(client, target, projection, rows);
    await addToTotals(client, target, projection, rows);
    return;
  }
  const keyed = mine.map((event) => ({ event, key: guarded(projection, event, () => projection.key(event)) }));
  const standing = await loadStanding(client, target, projection, [...new Set(keyed.map(({ key }) => key))]);
  const closed: { key: string; until: number }[] = [];
  const begun: Row[] = [];
  const open = new Map<string, Row & { since: number; until: number | null }>();
  for (const { event, key } of keyed) {
    const before = open.get(key) ?? null;
    const previous = before ?? standing.get(key) ?? null;
    const row = guarded(projection, event, () => projection.evolve(previous, event));
    if (row === previous) continue;
    if (before) before.until = event.position;
    else if (standing.has(key)) closed.push({ key, until: event.position });
    standing.delete(key);
    open.delete(key);
    if (!row) continue;
    const version = { ...row, key, since: event.position, until: null };
    open.set(key, version);
    begun.push(version);
  }
  await close(client, target, projection, closed);
  await insert(client, target, projection, begun);
}

function guarded<T>(projection: AnyProjection, event: Recorded, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new FoldError(event, projection.table.name, error);
  }
}

async function loadStanding(
  client: PoolClient,
  target: Target,
  projection: AnyProjection,
  keys: string[],
): Promise<Map<string, Row>> {
  const columns = Object.keys(projection.table.columns).map((name) => `"${name}"`);
  const { rows } = await client.query<{ key: string } & Row>(
    `select key, ${columns.join(', ')} from read."${projection.table.name}"
      where association_id = $1 and generation = $2 and key = any($3) and until is null`,
    [target.association, target.generation, keys],
  );
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

async function close(
  client: PoolClient,
  target: Target,
  { table }: AnyProjection,
  closed: readonly { key: string; until: number }[],
) {
  if (closed.length === 0) return;
  await client.query(
    `update read."${table.name}" t set until = c.until from json_to_recordset($3) as c(key text, until bigint)
      where t.association_id = $1 and t.generation = $2 and t.key = c.key and t.until is null`,
    [target.association, target.generation, JSON.stringify(closed)],
  );
}

/** One array for each column: PostgreSQL takes it apart faster than a list of objects. */
async function insert(client: PoolClient, target: Target, { kind, table }: AnyProjection, rows: readonly Row[]) {
  if (rows.length === 0) return;
  const columns = Object.entries<ColumnType>({ ...STAMP_COLUMNS[kind], ...table.columns });
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  const arrays = columns.map(([, type], i) => `$${i + 3}::${type}[]`).join(', ');
  await client.query(
    `insert into read."${table.name}" (association_id, generation, ${names})
      select $1, $2, ${names} from unnest(${arrays}) as r(${names})`,
    [
      target.association,
      target.generation,
      ...columns.map(([name, type]) => rows.map((row) => stored(type, row[name]))),
    ],
  );
}

function stored(type: ColumnType, value: unknown): unknown {
  return type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : value;
}
