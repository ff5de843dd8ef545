// The books over HTTP.
import { memberFacts } from '@finsam/associations';
import { parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { commandRoute, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import {
  AdoptAccounts,
  AdoptActivities,
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  CloseFiscalYear,
  CorrectVoucher,
  OpenFiscalYear,
  ReceiveContribution,
  SetOpeningBalances,
} from './fiscal-year/commands';
import { listFiscalYears } from './fiscal-year/fiscal-year.projection';
import { ledgerBalances } from './fiscal-year/ledger-entry.projection';
import { journal } from './fiscal-year/voucher.projection';
import { ReportFigures } from './reported-figures/reported-figures.decider';
import { ledgerGroup } from './room';

const ofYear = { params: { year: 'integer' } } as const;
const aVoucher = { ...ofYear, creates: 'voucherId', facts: memberFacts } as const;

const journalQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const balancesQuery = z.strictObject({ period: periodCodeSchema.optional() });

export const ledgerRoutes: readonly Route[] = [
  queryRoute({
    operation: 'ledger.fiscal-years',
    path: 'fiscal-years',
    summary: 'Räkenskapsår med kontoplan och verksamheter',
    groups: [ledgerGroup],
    answer: async (view) => ({ fiscalYears: await listFiscalYears(view) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.journal',
    path: 'fiscal-years/:year/vouchers',
    summary: 'Grundbok: verifikationer i den ordning de bokfördes',
    groups: [ledgerGroup],
    query: journalQuery,
    answer: (view, { year, after, limit }: z.output<typeof journalQuery> & { year: number }) =>
      journal(view, { year, after, limit }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.balances',
    path: 'fiscal-years/:year/balances',
    summary: 'Saldon per konto, verksamhet och medlem vid periodens slut',
    groups: [ledgerGroup],
    query: balancesQuery,
    answer: async (view, { year, period }: z.output<typeof balancesQuery> & { year: number }) => ({
      balances: await ledgerBalances(view, parsePeriod(period ?? String(year))),
    }),
  }),
  commandRoute({
    operation: 'ledger.open-year',
    path: 'fiscal-years',
    summary: 'Öppna ett räkenskapsår',
    command: OpenFiscalYear,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.adopt-accounts',
    path: 'fiscal-years/:year/accounts',
    summary: 'Lägg till eller byt namn på konton',
    command: AdoptAccounts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.adopt-activities',
    path: 'fiscal-years/:year/activities',
    summary: 'Lägg till eller byt namn på verksamheter',
    command: AdoptActivities,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.set-opening-balances',
    path: 'fiscal-years/:year/opening-balances',
    summary: 'Sätt ingående balanser',
    command: SetOpeningBalances,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.receive-contribution',
    path: 'fiscal-years/:year/contributions',
    summary: 'Bokför ett mottaget medlemsbidrag',
    command: ReceiveContribution,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-cost',
    path: 'fiscal-years/:year/costs',
    summary: 'Bokför en kostnad',
    command: BookCost,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-income',
    path: 'fiscal-years/:year/incomes',
    summary: 'Bokför en intäkt',
    command: BookIncome,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-interest',
    path: 'fiscal-years/:year/interest',
    summary: 'Bokför ränta',
    command: BookInterest,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-voucher',
    path: 'fiscal-years/:year/vouchers',
    summary: 'Bokför en verifikation med egna rader',
    command: BookVoucher,
  }),
  commandRoute({
    ...aVoucher,
    params: { year: 'integer', corrects: 'text' },
    operation: 'ledger.correct-voucher',
    path: 'fiscal-years/:year/vouchers/:corrects/corrections',
    summary: 'Rätta en verifikation med en motverifikation',
    command: CorrectVoucher,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.close-year',
    path: 'fiscal-years/:year/closing',
    summary: 'Stäng räkenskapsåret',
    command: CloseFiscalYear,
  }),
  commandRoute({
    operation: 'ledger.report-figures',
    path: 'reported-figures',
    summary: 'Uppgifter ur äldre dokument, för jämförelser',
    command: ReportFigures,
  }),
];
