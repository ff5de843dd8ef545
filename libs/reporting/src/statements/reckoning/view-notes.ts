// What is said under a table of its view: every set-off and allocation with its amount in each column.
import type { Allocation, Layout, SetOff } from '@finsam/associations';
import { swedishAmount } from '../../swedish';
import { columnLabel, type ColumnPeriods } from '../column-periods';
import type { StatementFigures } from '../figures';
import type { Moved } from '../statement-table';

const NAMES = { 'set-off': 'Avräkning', allocation: 'Fördelning' } as const;

interface ViewNotes {
  readonly layout: Layout;
  readonly periods: ColumnPeriods;
  readonly figures: StatementFigures;
  readonly moved: readonly Moved[];
}

export function* viewNotes({ layout, periods, figures, moved }: ViewNotes): Generator<string> {
  const { setOffs = [], allocations = [] } = layout.view ?? {};
  const all = [
    ...setOffs.map((of) => ['set-off', of] as const),
    ...allocations.map((of) => ['allocation', of] as const),
  ];
  for (const [kind, of] of all) {
    const amounts = moved
      .filter((one) => one.kind === kind && one.label === of.label)
      .map(({ column, amountOre }) => `${amountIn(layout, amountOre)} i ${labelOf(layout, column, periods)}`);
    const what = amounts.length === 0 ? 'inget belopp i någon kolumn' : amounts.join(', ');
    yield `${NAMES[kind]}: ${of.label}: ${what}.`;
    for (const column of unknownIn(layout, of, figures)) {
      const where = labelOf(layout, column, periods);
      const codes = Object.keys(of.dimensions ?? {}).join(', ');
      yield `${NAMES[kind]}: ${of.label} är inte gjord i ${where}, vars saldon inte är uppdelade på ${codes}.`;
    }
  }
}

/** Sums of another system do not know every dimension: there a view by dimensions moves nothing, and says so. */
function unknownIn(layout: Layout, { dimensions, columns }: SetOff | Allocation, figures: StatementFigures): string[] {
  if (!dimensions) return [];
  return layout.columns
    .map(({ id }) => id)
    .filter((id) => {
      const source = figures.columns[id];
      return (!columns || columns.includes(id)) && source?.source === 'ledger' && source.imported === true;
    });
}

function amountIn({ unit, decimals }: Layout, amountOre: number): string {
  return `${swedishAmount(amountOre, unit, decimals)} ${unit}`;
}

function labelOf({ columns }: Layout, id: string, periods: ColumnPeriods): string {
  const column = columns.find((candidate) => candidate.id === id);
  return column ? columnLabel(column, periods) : id;
}
