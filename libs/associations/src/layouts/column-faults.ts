// What a column may be reckoned from, and which words its label may hold.
import { type BenchmarkColumn, type FigureColumn, type Layout, outcomeColumn, yearsBack } from './layout-shape';
import { amountColumnFault, figureColumnFault, type LayoutFault, type Path, rowFault } from './reference-faults';
import { placeholderFaults } from './word-faults';

export function* columnFaults(layout: Layout): Generator<LayoutFault> {
  for (const [index, column] of layout.columns.entries()) {
    const at = ['columns', index];
    yield* placeholderFaults(column.label, [...at, 'label']);
    if ('period' in column) {
      yield* yearsBackFault(column, [...at, 'yearsBack']);
    } else if (column.kind === 'benchmark') {
      yield* benchmarkFaults(layout, column, at);
    } else if (column.kind === 'share-of-total') {
      yield* amountColumnFault(layout, column.of, [...at, 'of']);
      yield* rowFault(layout, column.total, [...at, 'total']);
    } else {
      for (const end of ['of', 'against'] as const) yield* amountColumnFault(layout, column[end], [...at, end]);
      if (column.decimals !== undefined && column.kind !== 'consumed-share') {
        const message = 'kolumnens celler är belopp, som har uppställningens decimaler';
        yield { path: [...at, 'decimals'], message };
      }
    }
  }
}

/** One way of saying each period, so that two years back is never three. */
function* yearsBackFault(column: FigureColumn, path: Path): Generator<LayoutFault> {
  if (yearsBack(column) === 0 || column.period === 'report' || column.period === 'fiscal-year') return;
  const message = `${column.period} är redan året före; räkna åren bakåt från report eller fiscal-year`;
  yield { path, message };
}

/** What should have been used by now is a part of what is planned for the year, and of nothing else. */
function* benchmarkFaults(layout: Layout, { of, shows, decimals }: BenchmarkColumn, at: Path): Generator<LayoutFault> {
  if (layout.statement === 'balance') yield { path: [...at, 'kind'], message: 'en balans har ingen riktpunkt' };
  if (!outcomeColumn(layout)) {
    yield { path: at, message: 'riktpunkten behöver en kolumn för periodens utfall att räkna månader ur' };
  }
  yield* figureColumnFault(layout, of, [...at, 'of']);
  if (layout.columns.find(({ id }) => id === of)?.kind === 'actual') {
    yield { path: [...at, 'of'], message: `riktpunkten räknas ur en plan för året, och ${of} är ett utfall` };
  }
  if (shows === 'amount' && decimals !== undefined) {
    yield { path: [...at, 'decimals'], message: 'kolumnens celler är belopp, som har uppställningens decimaler' };
  }
}
