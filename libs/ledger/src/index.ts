export * from './fiscal-year/commands';
export * from './fiscal-year/fiscal-year.events';
export { fiscalYearDecider, fiscalYearStream } from './fiscal-year/fiscal-year.decider';
export { type FiscalYearRow, listFiscalYears } from './fiscal-year/fiscal-year.projection';
export {
  ledgerBalances,
  ledgerEntries,
  ledgerFlows,
  type LedgerSum,
  openingBalances,
} from './fiscal-year/ledger-entry.projection';
export { type MonthlySum, monthlySums } from './fiscal-year/monthly-sums';
export { journal, type JournalVoucher } from './fiscal-year/voucher.projection';
export * from './reported-figures/reported-figures.events';
export { ReportFigures } from './reported-figures/reported-figures.decider';
export { reportedFor, type ReportedFiguresRow } from './reported-figures/reported-figures.projection';
export { ledgerRoutes } from './ledger.http';
export { ledgerDeciders, ledgerGroup } from './room';
