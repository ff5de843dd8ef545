// However the year is cut into monthly files, and whatever is changed on the way, the books end as the decisions say.
import { canonicalJson, fold } from '@finsam/kernel';
import * as fc from 'fast-check';
import type { SieVoucher } from '../../sie/model';
import { readSie } from '../../sie/reading/read-sie';
import { booksOf } from '../../sie/testing';
import { type SieBooks, SieWriter } from '../../sie/writing/write-sie';
import { ImportSie, ResolveImportConflict } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { prepareImport } from './prepare-import';
import { findingsIn, mapping, of, opened, stateAfter } from './testing';

type Written = Omit<SieVoucher, 'line'>;

let files = 0;

/** One more file of these vouchers, as the year takes it. */
function imported(past: FiscalYearEvent[], books: SieBooks, vouchers: readonly Written[]): FiscalYearEvent[] {
  const bytes = Buffer.concat([...new SieWriter().write({ ...books, vouchers })]);
  const beside = { year: 2024, mapping, members: [], bytes: bytes.length, closedAt: undefined };
  const facts = prepareImport(readSie(bytes), beside);
  const sha256 = String(++files).padStart(64, '0');
  const command = ImportSie({ year: 2024, importId: `import-${files}`, sha256, facts });
  return [...past, ...fiscalYearDecider.decide(command, fold(fiscalYearDecider, past))];
}

/** What stands on each account, however it came there. */
const standing = (events: FiscalYearEvent[]) =>
  canonicalJson([...stateAfter(events).balances].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b));

/** With other rows, that balance as well. */
const turned = (voucher: Written): Written => ({
  ...voucher,
  rows: voucher.rows.map((row) => ({ ...row, amountOre: -row.amountOre as typeof row.amountOre })),
});

const year = fc.record({
  books: booksOf({ minLength: 1, maxLength: 9 }),
  cuts: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
  changed: fc.nat(8),
  decision: fc.constantFrom('keep' as const, 'replace' as const),
});

it('comes to the same in any number of files', () => {
  fc.assert(
    fc.property(year, ({ books, cuts }) => {
      const vouchers = [...books.vouchers];
      const ends = [...cuts.sort((a, b) => a - b).map((cut) => Math.min(cut, vouchers.length)), vouchers.length];
      const past = ends.reduce((events, end) => imported(events, books, vouchers.slice(0, end)), [
        opened,
      ] as FiscalYearEvent[]);
      expect(standing(past)).toBe(standing(imported([opened], books, vouchers)));
      expect(of(past, 'ImportConflictsFound')).toEqual([]);
      expect(findingsIn(past)['missing-now']).toBeUndefined();
      expect([...stateAfter(past).imported.values()]).toHaveLength(vouchers.length);
    }),
    { numRuns: 100 },
  );
});

it('comes to what was decided of a voucher that changed', () => {
  fc.assert(
    fc.property(year, ({ books, changed, decision }) => {
      const before = [...books.vouchers];
      const at = changed % before.length;
      const after = before.map((voucher, n) => (n === at ? turned(voucher) : voucher));
      const past = imported(imported([opened], books, before), books, after);
      const [conflict] = [...stateAfter(past).imports.conflicts.values()];
      const { series, number, contentHash } = conflict!.voucher;
      const resolve = ResolveImportConflict({ year: 2024, series, number, contentHash, decision, reason: 'Beslutat' });
      const settled = [...past, ...fiscalYearDecider.decide(resolve, fold(fiscalYearDecider, past))];
      const expected = imported([opened], books, decision === 'keep' ? before : after);
      expect(standing(settled)).toBe(standing(expected));
      // And the next file of the same content has nothing new to say.
      const again = imported(settled, books, after);
      expect(standing(again)).toBe(standing(settled));
      expect(of(again, 'SieImported').at(-1)!.vouchers).toEqual({ booked: 0, known: before.length, conflicts: 0 });
    }),
    { numRuns: 100 },
  );
});
