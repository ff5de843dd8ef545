// Every account with a balance is on exactly one line: what a table should show once and shows nowhere, or twice.
import type { Layout } from '@finsam/associations';
import type { Unmapped } from '../../statements/statement-table';
import { swedishKronor } from '../../swedish';
import type { Finding } from '../finding';
import { RULES } from '../rules';
import type { MadeTable } from './made-table';

/** One for each account, post or reported line of a column, however many entries it has. Nothing left is no finding. */
export function unmappedFindings(all: readonly MadeTable[]): Finding[] {
  return all.flatMap((made) => {
    const groups = new Map<string, Unmapped[]>();
    for (const entry of made.table.unmapped) {
      const key = [entry.column, placeOf(entry), ...entry.lines].join('/');
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    return [...groups.values()].flatMap((group) => findingOf(made, group));
  });
}

function findingOf({ layout, table }: MadeTable, group: readonly Unmapped[]): Finding[] {
  const [first] = group;
  const amount = group.reduce((sum, { amountOre }) => sum + amountOre, 0);
  if (!first || amount === 0) return [];
  const { column, lines } = first;
  const { label = column } = table.columns.find(({ id }) => id === column) ?? {};
  const where = lines.length === 0 ? 'finns inte på någon rad' : `finns på flera rader (${lines.join(', ')})`;
  return [
    {
      rule: 'omappat',
      severity: isLeftOut(layout, first) ? 'upplysning' : RULES.omappat.severity,
      place: `${layout.id}/${placeOf(first)}/${column}`,
      message: `${table.title}, ${label}: ${nameOf(first)} med ${swedishKronor(amount)} kr ${where}.`,
      difference: amount,
      cells: [],
    },
  ];
}

/** A table that says what it is about is a part; plans have no accounts, so what it leaves out is no error. */
function isLeftOut({ covers }: Layout, entry: Unmapped): boolean {
  return covers !== undefined && 'post' in entry && entry.lines.length === 0;
}

function placeOf(entry: Unmapped): string {
  if ('reported' in entry) return `rad-${entry.reported}`;
  if ('account' in entry) return `konto-${entry.account}`;
  const { activity, kind, member } = entry.post;
  return ['post', activity, kind, member].filter(Boolean).join('-');
}

function nameOf(entry: Unmapped): string {
  if ('reported' in entry) return `raden ${entry.reported}`;
  if ('account' in entry) return `konto ${entry.account}`;
  return `posten ${[entry.post.activity, entry.post.kind, entry.post.member].filter(Boolean).join(' · ')}`;
}
