// Books and invoices together: whatever is booked when, and whichever months are asked for, what has been invoiced and
// what is to be accrued are the year's share, part by part.
import {
  type CostPart,
  InvoiceSharedCosts,
  type InvoicedMonth,
  SharedCostsAgreed,
  sharedCostsDecider,
  type SharedCostsEvent,
} from '@finsam/funding';
import {
  businessDate,
  DomainError,
  fold,
  type Month,
  month,
  monthsThrough,
  ore,
  shareOre,
  sumOre,
} from '@finsam/kernel';
import type { DimensionSum } from '@finsam/ledger';
import * as fc from 'fast-check';
import { reckon } from './reckoning';
import { sellersTable } from './shared-cost-table';

const parts: CostPart[] = [
  { key: 'chef', dimensions: { position: 'forbundschef' }, shareBasisPoints: 3_500 },
  { key: 'administration', shareBasisPoints: 3_333 },
];
const year = monthsThrough(month('2024-01'), month('2024-12'));
const [from, agreementId] = [year[0]!, 'kansli'];
const agreed = SharedCostsAgreed({
  agreementId,
  partner: { slug: 'finnveden' },
  direction: 'sells',
  from,
  parts,
  decision: { body: 'styrelse', on: businessDate('2023-11-24'), paragraph: '12' },
});

const invoice = (index: number, through: Month, booked: DimensionSum[]) =>
  InvoiceSharedCosts({
    agreementId,
    basisId: `basis-${index}`,
    through,
    facts: {
      position: index,
      slug: 'vatterbygden',
      parts: reckon(parts, booked, monthsThrough(from, through)).map(({ key, months }) => ({
        key,
        months: [...months],
      })),
    },
  });

function invoicedIn(past: readonly SharedCostsEvent[]): InvoicedMonth[] {
  return past.flatMap(({ type, data }) =>
    type === 'SharedCostsInvoiced'
      ? data.parts.flatMap(({ key, months }) => months.map((one) => ({ part: key, ...one })))
      : [],
  );
}

const step = fc.oneof(
  fc.record({
    book: fc.constantFrom(...year),
    amount: fc.integer({ min: -50_000, max: 1_000_000 }),
    chef: fc.boolean(),
  }),
  fc.record({ invoice: fc.constantFrom(...year) }),
);

it('is the year’s share, once and to the öre', () => {
  let bases = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const past: SharedCostsEvent[] = [agreed];
      const booked: DimensionSum[] = [];
      steps.forEach((one, index) => {
        if ('book' in one) {
          const dimensions: Record<string, string> = one.chef ? { position: 'forbundschef' } : {};
          booked.push({ month: one.book, account: 5010, activity: 'kansli', dimensions, amountOre: ore(one.amount) });
          return;
        }
        try {
          past.push(...sharedCostsDecider.decide(invoice(index, one.invoice, booked), fold(sharedCostsDecider, past)));
        } catch (error) {
          expect((error as DomainError).code).toMatch(/^funding\/(month-invoiced|nothing-to-invoice)$/);
        }
      });
      bases += past.length - 1;
      const table = sellersTable({ parts }, reckon(parts, booked, year), invoicedIn(past));
      const base = (chef: boolean) =>
        sumOre(booked.filter(({ dimensions }) => 'position' in dimensions === chef).map(({ amountOre }) => amountOre));
      expect(table.parts.map((part) => [part.baseOre, part.shareOre])).toEqual([
        [base(true), shareOre(base(true), 3_500, 10_000)],
        [base(false), shareOre(base(false), 3_333, 10_000)],
      ]);
      expect(table.invoicedOre + table.toAccrueOre!).toBe(table.shareOre);
      // Each basis is the next months: no month is begun twice, and none is left out.
      const ranges = past.flatMap(({ type, data }) => (type === 'SharedCostsInvoiced' ? [data] : []));
      expect(ranges.flatMap((one) => monthsThrough(one.from, one.through))).toEqual(
        year.slice(0, ranges.length === 0 ? 0 : year.indexOf(ranges.at(-1)!.through) + 1),
      );
      // And what was booked before the last of them is invoiced whole, when nothing came after.
      const last = steps.findLastIndex((one) => 'invoice' in one);
      const settled = ranges.at(-1);
      if (settled && past.length > 1 && settled.basisId === `basis-${last}` && last === steps.length - 1) {
        const through = year.indexOf(settled.through);
        for (const { months } of table.parts)
          expect(months.slice(0, through + 1).map(({ toAccrueOre }) => toAccrueOre)).toEqual(
            months.slice(0, through + 1).map(() => 0),
          );
      }
    }),
    { numRuns: 500 },
  );
  expect(bases).toBeGreaterThan(500);
});
