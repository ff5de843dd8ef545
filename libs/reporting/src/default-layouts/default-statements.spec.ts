// Every statement that we offer, of any valid ledger on Kommun-Bas, against sums that are made another way.
import { defaultLayouts, type Layout, withGroups } from '@finsam/associations';
import { parsePeriod, type Period } from '@finsam/kernel';
import fc from 'fast-check';
import type { MadeTable } from '../reconciliation/own/made-table';
import { tableFindings } from '../reconciliation/own/reconcile-own';
import { columnPeriods } from '../statements/column-periods';
import { statement } from '../statements/statement';
import type { StatementCell } from '../statements/statement-table';
import { type Accounts, Pencil } from './testing/pencil';
import { ledgers, type Post, type RandomLedger } from './testing/random-ledger';

const [SEED, RUNS] = [20_240_831, 1_000];
const PERIODS = ['2024', '2024-H1', '2024-03', '2024-01-01..2024-08-31', '2023'] as const;
const RESULT: Accounts = [3000, 8999];
const COSTS: Accounts = [4000, 7999];
const EQUITY: Accounts = [2000, 2099];
const LIQUID: Accounts = [1900, 1999];
const ALL: Accounts = [1000, 8999];

jest.setTimeout(300_000);

interface Case {
  readonly ledger: RandomLedger;
  readonly period: Period;
  readonly pencil: Pencil;
  readonly tables: readonly MadeTable[];
  cell(place: string): StatementCell;
  /** The öre of a cell; null where it is blank. */
  ore(place: string): number | null;
}

function caseOf(ledger: RandomLedger, code: string, wanted: (id: string) => boolean): Case {
  const [pencil, period] = [new Pencil(ledger), parsePeriod(code)];
  const tables: MadeTable[] = [];
  for (const layout of defaultLayouts(ledger.registers).filter(({ id }) => wanted(id))) {
    const earlier = tables.map(({ table }) => table);
    const [periods, figures] = [columnPeriods(layout, period), pencil.figures(layout, period)];
    tables.push({ layout: withGroups(layout), periods, figures, table: statement(layout, periods, figures, earlier) });
  }
  const cell = (place: string) => {
    const [id, row, column] = place.split('/');
    const { table } = tables.find(({ layout }) => layout.id === id)!;
    const index = table.columns.findIndex((candidate) => candidate.id === column);
    return table.rows.find((candidate) => candidate.id === row)!.cells[index]!;
  };
  return { ledger, period, pencil, tables, cell, ore: (place) => cell(place).ore };
}

function forAll(check: (one: Case) => void, wanted: (id: string) => boolean = () => true): void {
  fc.assert(
    fc.property(ledgers, fc.constantFrom(...PERIODS), (ledger, code) => check(caseOf(ledger, code, wanted))),
    { seed: SEED, numRuns: RUNS },
  );
}

describe(`the default statements of ${RUNS} random ledgers (seed ${SEED})`, () => {
  it('show every öre once, and have totals that are the sums of unrounded parts', () => {
    forAll(({ tables, ore }) => {
      const unmapped = tables.flatMap(({ layout, table }) => table.unmapped.map((entry) => [layout.id, entry]));
      expect([unmapped, tables.flatMap(({ layout }) => wrongTotals(layout, ore))]).toEqual([[], []]);
    });
  });

  it('keep every relation that is derived from their layouts', () => {
    forAll(({ tables }) => expect(tableFindings(tables)).toEqual([]));
  });

  it('balance with the result of the period, which every statement that ends in it has alike', () => {
    forAll(
      ({ ledger, pencil, period, ore }) => {
        const result = 0 - pencil.booked(period, RESULT);
        for (const place of [
          'resultatrakning/arets-resultat',
          'resultat-per-medlem-och-verksamhet/periodens-resultat',
          'driftredovisning/resultat',
          'kassaflodesanalys/arets-resultat',
        ]) {
          expect([place, ore(`${place}/utfall`)]).toEqual([place, result]);
        }
        expect(pencil.standing(period.to, ALL)).toBe(0);
        const position = (row: string, column = 'utfall') => ore(`balansrakning/${row}/${column}`);
        expect(position('summa-tillgangar')).toBe(pencil.standing(period.to, [1000, 1999]));
        expect(position('arets-resultat')).toBe(
          0 - pencil.standing(period.to, RESULT) - pencil.standing(period.to, [2090, 2099]),
        );
        for (const column of ['utfall', 'foregaende-arsskifte']) {
          expect(position('summa-tillgangar', column)).toBe(
            position('summa-eget-kapital-avsattningar-och-skulder', column),
          );
        }
        const expected = forecastOf(ledger, period);
        const opening = position('arets-balanserade-resultat', 'foregaende-arsskifte');
        expect(ore('balansrakning-med-prognos/arets-balanserade-resultat/prognos')).toBe(
          expected === null || opening === null ? null : opening + expected,
        );
      },
      (id) => /^(resultat|balans|kassa|drift)/.test(id),
    );
  });

  it('have a cash flow that is the change of the liquid funds in the balance sheet', () => {
    forAll(
      ({ ledger, pencil, period, ore }) => {
        const change = pencil.standing(period.to, LIQUID) - pencil.standingBefore(period.from, LIQUID);
        expect(ore('kassaflodesanalys/arets-kassaflode/utfall')).toBe(change);
        expect(ore('kassaflodesanalys/likvida-medel-vid-periodens-slut/utfall')).toBe(
          ore('balansrakning/kassa-och-bank/utfall'),
        );
        const wholeFromJanuary = period.from.endsWith('-01-01') && (ledger.carried || period.code === '2023');
        const [now, then] = ['utfall', 'foregaende-arsskifte'].map((column) =>
          ore(`balansrakning/kassa-och-bank/${column}`),
        );
        if (wholeFromJanuary) expect(now! - (then ?? 0)).toBe(change);
      },
      (id) => /^(resultatr|balansrakning$|kassa)/.test(id),
    );
  });

  it('have an equity that goes from what the period opened on to what the balance sheet has', () => {
    forAll(
      ({ pencil, period, ore }) => {
        const equity = (row: string) => ore(`eget-kapital/${row}/utfall`);
        const before = pencil.standingBefore(period.from, EQUITY) + pencil.standingBefore(period.from, RESULT);
        expect(equity('ingaende-eget-kapital')).toBe(0 - before);
        expect(equity('periodens-resultat')).toBe(ore('resultatrakning/arets-resultat/utfall'));
        expect(equity('ovriga-forandringar')).toBe(0 - pencil.booked(period, EQUITY));
        expect(equity('utgaende-eget-kapital')).toBe(ore('balansrakning/arets-balanserade-resultat/utfall'));
      },
      (id) => /^(resultatr|balansrakning$|eget)/.test(id),
    );
  });

  it('agree by member, activity, group and note, in the outcome and in the plan', () => {
    forAll(({ ledger, pencil, period, cell, ore }) => {
      const wrong: unknown[] = [];
      const same = (place: string, expected: number | null) => {
        if (ore(place) !== expected) wrong.push([place, ore(place), expected]);
      };
      const cost = (activity: string) => pencil.booked(period, COSTS, { activity });
      for (const { memberId } of ledger.registers.members) {
        const paid = 0 - pencil.booked(period, [3510, 3539], { member: memberId });
        same(`not-2/medlem-${memberId}/utfall`, paid);
        same(`medlemsbidrag/medlem-${memberId}/utfall`, paid);
      }
      for (const { activity } of ledger.registers.activities) {
        for (const table of ['not-3', 'driftredovisning', 'ekonomisk-sammanfattning']) {
          same(`${table}/verksamhet-${activity}/utfall`, cost(activity));
        }
      }
      for (const group of new Set(ledger.registers.activities.map((one) => one.group))) {
        const own = ledger.registers.activities.filter((one) => one.group === group);
        const sum = own.reduce((total, { activity }) => total + cost(activity), 0);
        same(`kostnadsfordelning/${group}/utfall`, sum);
        const all = pencil.booked(period, COSTS);
        const share = all === 0 ? undefined : { of: sum, against: all };
        expect(cell(`kostnadsfordelning/${group}/andel-utfall`).share).toEqual(share);
      }
      same('not-2/summa/utfall', ore('resultatrakning/verksamhetens-intakter/utfall'));
      const costs =
        0 - ore('resultatrakning/verksamhetens-kostnader/utfall')! - ore('resultatrakning/avskrivningar/utfall')!;
      for (const table of ['not-3', 'not-3-kostnadsslag']) same(`${table}/totalt/utfall`, costs);
      for (const column of ['utfall', 'foregaende-arsskifte']) {
        same(`not-4/summa/${column}`, ore(`balansrakning/fordringar/${column}`));
        same(`not-5/summa/${column}`, ore(`balansrakning/kortfristiga-skulder/${column}`));
      }
      const budget = period.code === '2023' ? [] : ledger.budget;
      same('ekonomisk-sammanfattning/totalt/budget', planned(budget, 'kostnad'));
      same('medlemsbidrag/summa/budget', planned(budget, 'bidrag'));
      const result = 0 - pencil.booked(period, RESULT);
      same('femarsoversikt/arets-resultat/ar', result);
      const adjusted = [3820, 7860, 8470, 8570].map((account) => pencil.booked(period, [account, account]));
      const afterwards = adjusted.reduce((sum, amount) => sum + amount, result + pencil.booked(period, [2085, 2085]));
      same('balanskravsutredning/balanskravsresultat/utfall', afterwards);
      same('balanskravsutredning-till-2023/balanskravsresultat/utfall', afterwards);
      same(
        'investeringsredovisning/investeringar/utfall',
        pencil.booked(period, [1210, 1210]) + pencil.booked(period, [7910, 7910]),
      );
      const [equity, assets] = [
        0 - pencil.standing(period.to, EQUITY) - pencil.standing(period.to, RESULT),
        pencil.standing(period.to, [1000, 1999]),
      ];
      expect(cell('stallning/soliditet/ar').share).toEqual(assets === 0 ? undefined : { of: equity, against: assets });
      expect(wrong).toEqual([]);
    });
  });
});

function planned(posts: readonly Post[], kind: Post['kind']): number | null {
  const own = posts.filter((post) => post.kind === kind);
  return own.length === 0 ? null : own.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

/** Null unless both sides of it are planned. */
function forecastOf({ forecast }: RandomLedger, { code }: Period): number | null {
  const [income, costs] = [planned(forecast, 'bidrag'), planned(forecast, 'kostnad')];
  return code === '2023' || income === null || costs === null ? null : income - costs;
}

/** The totals that are not what their parts give in öre, or are blank where they should not be. */
function wrongTotals(layout: Layout, ore: Case['ore']): unknown[] {
  const columns = layout.columns.flatMap((column) => ('period' in column ? [column.id] : []));
  return layout.rows.flatMap((row) => {
    if (row.kind !== 'sum') return [];
    return columns
      .filter((id) => row.showIn?.includes(id) ?? true)
      .flatMap((column) => {
        const parts = row.of.map((part) => ({ sign: part.sign ?? 1, ore: ore(`${layout.id}/${part.row}/${column}`) }));
        const known = parts.filter((part) => part.ore !== null);
        const blank = row.blank === 'any' ? known.length < parts.length : known.length === 0;
        const total = known.reduce((sum, part) => sum + BigInt(part.sign) * BigInt(part.ore!), 0n);
        const [expected, found] = [blank ? null : Number(total), ore(`${layout.id}/${row.id}/${column}`)];
        return found === expected ? [] : [[layout.id, row.id, column, expected, found]];
      });
  });
}
