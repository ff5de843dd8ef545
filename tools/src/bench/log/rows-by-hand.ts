// The read models' rows written by hand: the same rows, columns and keys, a page of each table with one unnest.
import type { AssociationId, ProjectionGroup } from '@finsam/kernel';
import type { Pool } from 'pg';
import type { World } from '../world';

export interface RowsByHand {
  /** Gets the rows that the group made of these events, ready to be written. Nobody's time is taken. */
  prepare(after: number, to: number): Promise<void>;
  write(): Promise<void>;
  clear(): Promise<void>;
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly insert: string;
}

/** `group` must have folded the log: what its living generation holds is what is written. */
export async function rowsByHand(
  { admin }: World,
  writer: Pool,
  log: AssociationId,
  group: ProjectionGroup,
): Promise<RowsByHand> {
  const tables: Table[] = [];
  for (const projection of group.projections) tables.push(await copyOf(admin, projection.table.name));
  let ready: { insert: string; values: unknown[] }[] = [];
  return {
    prepare: async (after, to) => {
      ready = [];
      for (const { name, columns, insert } of tables) {
        const { rows } = await admin.query<(string | null)[][]>({
          rowMode: 'array',
          text: `select ${columns.map((column) => `array_agg("${column.name}"::text)`).join(', ')}
            from (select * from read."${name}" where association_id = $1 and since > $2 and since <= $3
              order by since) as page`,
          values: [log, after, to],
        });
        const arrays = rows[0]!;
        if (arrays[0]) ready.push({ insert, values: [log, 1, ...arrays] });
      }
    },
    write: async () => {
      await writer.query('begin');
      for (const { insert, values } of ready) await writer.query({ name: insert.slice(0, 60), text: insert, values });
      await writer.query('commit');
    },
    clear: async () => {
      await admin.query(`truncate ${tables.map(({ name }) => `by_hand."${name}"`).join(', ')}`);
    },
  };
}

async function copyOf(admin: Pool, name: string): Promise<Table> {
  await admin.query(`
    create schema if not exists by_hand;
    drop table if exists by_hand."${name}";
    create table by_hand."${name}" (like read."${name}" including all)`);
  const { rows: columns } = await admin.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = to_regclass($1) and attnum > 0 and not attisdropped
        and attname not in ('association_id', 'generation') order by attnum`,
    [`read."${name}"`],
  );
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const arrays = columns.map(({ type }, i) => `$${i + 3}::${type}[]`).join(', ');
  const insert = `insert into by_hand."${name}" (association_id, generation, ${names})
    select $1, $2, ${names} from unnest(${arrays}) as rows(${names})`;
  return { name, columns, insert };
}
