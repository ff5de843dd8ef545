// Booking over HTTP: what is posted here, taken back and attested.
import { commandRoute, type Route } from '@finsam/platform';
import {
  AttestVoucher,
  BookAccrual,
  BookCost,
  BookIncome,
  BookInterest,
  BookProvision,
  BookVoucher,
  CorrectVoucher,
  DissolveAccrual,
  InvoiceContribution,
  ReceiveContribution,
  RepayContribution,
} from './commands';
import { attestationFacts, bookingFacts, correctionFacts } from './edge-facts';

const ofYear = { params: { year: 'integer' } } as const;
const aVoucher = { ...ofYear, creates: 'voucherId', facts: bookingFacts } as const;

export const bookingRoutes: readonly Route[] = [
  commandRoute({
    ...aVoucher,
    operation: 'ledger.invoice-contribution',
    path: 'fiscal-years/:year/contribution-invoices',
    summary: 'Bokför ett fakturerat medlemsbidrag som fordran',
    command: InvoiceContribution,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.receive-contribution',
    path: 'fiscal-years/:year/contributions',
    summary: 'Bokför ett mottaget medlemsbidrag; en bokförd fordran regleras',
    command: ReceiveContribution,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.repay-contribution',
    path: 'fiscal-years/:year/contribution-repayments',
    summary: 'Bokför ett återbetalat medlemsbidrag',
    command: RepayContribution,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-cost',
    path: 'fiscal-years/:year/costs',
    summary: 'Bokför en kostnad, med eller utan ingående moms',
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
    operation: 'ledger.book-accrual',
    path: 'fiscal-years/:year/accruals',
    summary: 'Periodisera en kostnad eller en intäkt',
    command: BookAccrual,
  }),
  commandRoute({
    ...aVoucher,
    params: { year: 'integer', item: 'text' },
    operation: 'ledger.dissolve-accrual',
    path: 'fiscal-years/:year/accruals/:item/dissolutions',
    summary: 'Lös upp en periodisering, helt eller delvis',
    command: DissolveAccrual,
  }),
  commandRoute({
    ...aVoucher,
    operation: 'ledger.book-provision',
    path: 'fiscal-years/:year/provisions',
    summary: 'Avsätt pension med särskild löneskatt',
    command: BookProvision,
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
    facts: correctionFacts,
  }),
  commandRoute({
    params: { year: 'integer', voucherId: 'text' },
    operation: 'ledger.attest-voucher',
    path: 'fiscal-years/:year/vouchers/:voucherId/attestations',
    summary: 'Attestera en verifikation som någon annan har bokfört',
    command: AttestVoucher,
    facts: attestationFacts,
  }),
];
