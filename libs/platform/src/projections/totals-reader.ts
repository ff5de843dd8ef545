// Totals as they were known at a position: those of the last block that had ended by then, and the facts since.
import { type FactProjection, invariant, type Row, type Total, type Totals } from '@finsam/kernel';
import { type Kysely, sql } from 'kysely';
import { blockOf, sumColumns } from '../databases/totals-columns';

export interface Known {
  readonly association: number;
  readonly generation: number;
  /** How far the facts' group has come. */
  readonly position: number;
  /** How far it is looked at. */
  readonly at: number;
}

type Queries = Kysely<Record<string, never>>;

/** `sums`: by slot, with a comma after each but the last; nothing where there is no fact. */
type Stored<R> = R & { sums: string };

export async function readTotals<R extends Row>(
  db: Queries,
  known: Known,
  projection: FactProjection<never, R>,
  part: number,
): Promise<Total<R>[]> {
  const { totals: kept } = projection;
  invariant(kept, 'the projection keeps totals');
  const { at, position } = known;
  // At its end the group's newest sums are those that are asked for, in a block that has not ended.
  const ended = at === position ? position : Math.floor(at / kept.blockEvents) * kept.blockEvents;
  const totals = (await atEndOf<R>(db, { ...known, at: ended }, kept, part)).map(totalOf);
  return ended === at
    ? totals
    : merged(totals, await factsAfter<R>(db, ended, known, { ...kept, facts: projection.table.name }, part), kept);
}

const columnsOf = (names: readonly string[]) => sql.join(names.map((name) => sql`t.${sql.ref(name)}`));

/** The part's newest sums among those of blocks that had begun by the position. */
async function atEndOf<R extends Row>(
  db: Queries,
  { association, generation, at }: Omit<Known, 'position'>,
  totals: Totals,
  part: number,
): Promise<Stored<R>[]> {
  const table = sql.table(`read.${totals.name}`);
  const own = sql`t.association_id = ${association} and t.generation = ${generation}
    and t.${sql.ref(totals.part)} = ${part}`;
  const { rows } = await sql<Stored<R>>`
    select ${columnsOf(totals.by)}, array_to_string(array[${columnsOf(sumColumns(totals))}], ',', '') as sums
      from ${table} t where ${own} and t.block = (
        select max(t.block) from ${table} t where ${own} and t.block <= ${blockOf(totals, at)})`.execute(db);
  return rows;
}

/** The row is its own key: thousands of them are read for one answer. */
function totalOf<R extends Row>(by: Stored<R>): Total<R> {
  return { by, sums: by.sums.split(',').map((sum) => (sum === '' ? null : exact(sum))) };
}

function exact(text: string): number {
  const sum = Number(text);
  invariant(Number.isSafeInteger(sum), 'a sum from the database is a safe integer');
  return sum;
}

type Moved<R> = R & { slot: number; amount: number };

async function factsAfter<R extends Row>(
  db: Queries,
  after: number,
  { association, generation, at }: Known,
  { facts, part: partColumn, by, slot, amount }: Totals & { readonly facts: string },
  part: number,
): Promise<Moved<R>[]> {
  const columns = columnsOf([...by, slot]);
  // Of a part's index no estimate knows that it holds far more than the few events of a block: it is not offered.
  const { rows } = await sql<Moved<R>>`
    select ${columnsOf(by)}, t.${sql.ref(slot)} as slot, sum(t.${sql.ref(amount)})::bigint as amount
      from ${sql.table(`read.${facts}`)} t
      where t.association_id = ${association} and t.generation = ${generation}
        and t.since > ${after} and t.since <= ${at} and t.${sql.ref(partColumn)} + 0 = ${part}
      group by ${columns}`.execute(db);
  return rows;
}

function merged<R extends Row>(
  totals: readonly Total<R>[],
  moved: readonly Moved<R>[],
  { by: columns, slots }: Totals,
): Total<R>[] {
  const all = new Map(totals.map((total) => [keyOf(columns, total.by), total]));
  const changed = new Map<string, (number | null)[]>();
  for (const row of moved) {
    const key = keyOf(columns, row);
    const total = all.get(key);
    let sums = changed.get(key);
    if (!sums) {
      sums = total ? [...total.sums] : Array.from({ length: slots }, () => null);
      changed.set(key, sums);
      all.set(key, { by: total?.by ?? row, sums });
    }
    sums[row.slot] = (sums[row.slot] ?? 0) + row.amount;
  }
  return [...all.values()];
}

/** NUL is in no text of the database. */
function keyOf(columns: readonly string[], row: Row): string {
  let key = '';
  for (const column of columns) key += row[column] === null ? '\0' : `${String(row[column])}\0\0`;
  return key;
}
