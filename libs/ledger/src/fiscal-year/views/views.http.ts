// The books as they are read over HTTP.
import { businessDateSchema, codeSchema, dateOf, parsePeriod, periodCodeSchema, refusals } from '@finsam/kernel';
import { countParameter, pageParameters, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { ledgerGroup } from '../../room';
import { chartOf } from './chart-of-year';
import { listFiscalYears } from './fiscal-year.projection';
import { broughtForward, ledgerLines } from './general-ledger';
import { journal, voucherHistory } from './journal';
import { ledgerBalances } from './ledger-sums';
import { monthlyBalances } from './monthly-balances';
import { openItems } from './open-items';

const refuse = refusals({
  'ledger/voucher-not-found': { status: 404, text: 'Verifikationen finns inte i räkenskapsåret {year}.' },
});

const ofYear = { params: { year: 'integer' }, groups: [ledgerGroup] } as const;

const page = pageParameters(500, 100);
const journalQuery = z.strictObject(pageParameters(200, 50));
const balancesQuery = z.strictObject({ period: periodCodeSchema.optional() });
const selectionQuery = z.strictObject({
  account: countParameter(0, 9_999).optional(),
  activity: codeSchema.optional(),
  member: codeSchema.optional(),
  item: codeSchema.optional(),
  from: businessDateSchema.optional(),
  to: businessDateSchema.optional(),
  ...page,
});
const accountQuery = z.strictObject({
  account: countParameter(0, 9_999),
  from: businessDateSchema.optional(),
  to: businessDateSchema.optional(),
  ...page,
});
const dayQuery = z.strictObject({ to: businessDateSchema.optional() });

type Of<Q extends z.ZodType> = z.output<Q> & { readonly year: number };

export const viewRoutes: readonly Route[] = [
  queryRoute({
    operation: 'ledger.fiscal-years',
    path: 'fiscal-years',
    summary: 'Räkenskapsår med kontoplan, verksamheter, lås och kända luckor',
    groups: [ledgerGroup],
    answer: async (view) => ({ fiscalYears: await listFiscalYears(view) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.chart',
    path: 'fiscal-years/:year/chart',
    summary: 'Kontoplanen efter kontoklass och kontogrupp',
    answer: async (view, { year }: { year: number }) => ({ year, classes: await chartOf(view, year) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.journal',
    path: 'fiscal-years/:year/vouchers',
    summary: 'Grundbok: verifikationer i den ordning de bokfördes',
    query: journalQuery,
    answer: (view, { year, after, limit }: Of<typeof journalQuery>) => journal(view, { year, after, limit }),
  }),
  queryRoute({
    operation: 'ledger.voucher',
    path: 'fiscal-years/:year/vouchers/:voucherId',
    params: { year: 'integer', voucherId: 'text' },
    groups: [ledgerGroup],
    summary: 'En verifikation med sin behandlingshistorik',
    answer: async (view, { year, voucherId }: { year: number; voucherId: string }) => {
      const voucher = await voucherHistory(view, year, voucherId);
      if (!voucher) throw refuse('ledger/voucher-not-found', { year, pointer: '/voucherId' });
      return voucher;
    },
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.general-ledger',
    path: 'fiscal-years/:year/general-ledger',
    summary: 'Huvudbok: ett kontos rader med löpande saldo',
    query: accountQuery,
    answer: async (view, { limit, after, ...query }: Of<typeof accountQuery>) => {
      const selection = { ...query, opening: true, after, limit };
      return { broughtForwardOre: await broughtForward(view, selection), ...(await ledgerLines(view, selection)) };
    },
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.entries',
    path: 'fiscal-years/:year/entries',
    summary: 'Raderna bakom en summa: efter konto, verksamhet, medlem och tid',
    query: selectionQuery,
    answer: (view, query: Of<typeof selectionQuery>) => ledgerLines(view, { ...query, opening: false }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.balances',
    path: 'fiscal-years/:year/balances',
    summary: 'Saldon per konto, verksamhet och medlem vid periodens slut',
    query: balancesQuery,
    answer: async (view, { year, period }: Of<typeof balancesQuery>) => ({
      balances: await ledgerBalances(view, parsePeriod(period ?? String(year))),
    }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.monthly-balances',
    path: 'fiscal-years/:year/monthly-balances',
    summary: 'Kontonas ingående balans, rörelse och saldo månad för månad',
    answer: async (view, { year }: { year: number }) => ({ accounts: await monthlyBalances(view, year) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.open-items',
    path: 'fiscal-years/:year/open-items',
    summary: 'Obetalda och oreglerade poster: fordringar, skulder och periodiseringar',
    query: dayQuery,
    answer: async (view, { year, to }: Of<typeof dayQuery>) => ({
      items: await openItems(view, year, to ?? dateOf(year, 12, 31)),
    }),
  }),
];
