// Adds a batch of facts to the totals that stand beside them, in the same transaction.
import { type ColumnType, type FactProjection, invariant, type Row, type Totals } from '@finsam/kernel';
import type { PoolClient } from 'pg';
import { blockOf, sumColumns, totalsKey } from '../databases/totals-columns';
import type { Target } from './row-writer';

interface Added {
  readonly part: number;
  readonly by: readonly unknown[];
  /** Exact, however large: what does not fit is for whoever reads the sum to refuse. */
  readonly sums: (bigint | null)[];
}

/** `rows`: with `since`, in the order of the log. Once per row: the caller's checkpoint says which have been added. */
export async function addToTotals(
  client: PoolClient,
  target: Target,
  { table, totals }: FactProjection,
  rows: readonly (Row & { readonly since: number })[],
): Promise<void> {
  if (!totals) return;
  for (const [block, added] of addedByBlock(totals, rows)) {
    await carryForward(client, target, totals, block, [...new Set(added.map(({ part }) => part))]);
    await add(client, target, { ...totals, types: table.columns }, block, added);
  }
}

/** In the order of the blocks: each begins with what the one before it came to. */
function addedByBlock(totals: Totals, rows: readonly (Row & { readonly since: number })[]): Map<number, Added[]> {
  const blocks = new Map<number, Added[]>();
  const known = new Map<string, Added>();
  for (const row of rows) {
    const block = blockOf(totals, row.since);
    const part = row[totals.part] as number;
    const by = totals.by.map((column) => row[column] ?? null);
    const key = JSON.stringify([block, part, by]);
    let total = known.get(key);
    if (!total) {
      total = { part, by, sums: Array.from({ length: totals.slots }, () => null) };
      known.set(key, total);
      blocks.set(block, blocks.get(block) ?? []);
      blocks.get(block)!.push(total);
    }
    const slot = row[totals.slot] as number;
    invariant(slot >= 0 && slot < totals.slots, `${totals.name} has a sum for the ${totals.slot} ${slot}`);
    total.sums[slot] = (total.sums[slot] ?? 0n) + BigInt(row[totals.amount] as number);
  }
  return blocks;
}

/** A block that the part is first touched in begins with all the part's sums; nothing happens in the others. */
async function carryForward(client: PoolClient, target: Target, totals: Totals, block: number, parts: number[]) {
  const table = `read."${totals.name}"`;
  const columns = [totals.part, ...totals.by, ...sumColumns(totals)].map((name) => `"${name}"`).join(', ');
  await client.query(
    `insert into ${table} (association_id, generation, block, ${columns})
      select $1, $2, $3, ${columns} from unnest($4::integer[]) as touched(touched_part)
        cross join lateral (select max(block) as last from ${table} t
          where t.association_id = $1 and t.generation = $2 and t."${totals.part}" = touched_part) l
        join ${table} t on t.association_id = $1 and t.generation = $2 and t."${totals.part}" = touched_part
          and t.block = l.last
        where l.last < $3`,
    [target.association, target.generation, block, parts],
  );
}

async function add(
  client: PoolClient,
  target: Target,
  totals: Totals & { readonly types: Readonly<Record<string, ColumnType>> },
  block: number,
  added: readonly Added[],
) {
  const sums = sumColumns(totals);
  const columns: readonly { name: string; type: ColumnType; values: unknown[] }[] = [
    { name: totals.part, type: 'integer', values: added.map(({ part }) => part) },
    ...totals.by.map((name, i) => ({ name, type: totals.types[name]!, values: added.map(({ by }) => by[i]) })),
    ...sums.map((name, i) => ({ name, type: 'bigint' as const, values: added.map((one) => one.sums[i]) })),
  ];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const arrays = columns.map(({ type }, i) => `$${i + 4}::${type}[]`).join(', ');
  const set = sums.map((sum) => `${sum} = coalesce(t.${sum} + excluded.${sum}, t.${sum}, excluded.${sum})`);
  await client.query(
    `insert into read."${totals.name}" as t (association_id, generation, block, ${names})
      select $1, $2, $3, ${names} from unnest(${arrays}) as r(${names})
      on conflict (${totalsKey(totals)
        .map((name) => `"${name}"`)
        .join(', ')}) do update set ${set.join(', ')}`,
    [target.association, target.generation, block, ...columns.map(({ values }) => values)],
  );
}
