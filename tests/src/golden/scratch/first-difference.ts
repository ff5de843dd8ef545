// Where two tables part: the first cell that differs, or what else does, for whoever has to find out why.
import { canonicalJson } from '@finsam/kernel';
import type { StatementTable } from '@finsam/reporting';

/** Null for tables that are the same in everything, and where there is no table in either. */
export function firstDifference(one: StatementTable | undefined, other: StatementTable | undefined): string | null {
  if (!one || !other) return one === other ? null : `only ${one ? 'the first' : 'the second'} has the table`;
  for (const { id, cells } of one.rows) {
    const others = other.rows.find((row) => row.id === id)?.cells ?? [];
    for (const [index, { id: column }] of one.columns.entries()) {
      const [ours, theirs] = [cells[index], others[index]].map((cell) => canonicalJson(cell ?? null));
      if (ours !== theirs) return `${id}/${column}: ${ours} against ${theirs}`;
    }
  }
  for (const part of Object.keys(one) as (keyof StatementTable)[]) {
    const [ours, theirs] = [one[part], other[part]].map((value) => canonicalJson(value));
    if (ours !== theirs) return `${part}: ${ours} against ${theirs}`;
  }
  return null;
}
