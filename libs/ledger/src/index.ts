export * from './fiscal-year/commands';
export * from './fiscal-year/fiscal-year.events';
export { isBalanceAccount } from './fiscal-year/chart';
export { type FiscalYear } from './fiscal-year/fiscal-year';
export { fiscalYearDecider, fiscalYearStream } from './fiscal-year/fiscal-year.decider';
export type { ContributionMovement } from './fiscal-year/kinds';
export { type ContributionMoved, contributionMovements } from './fiscal-year/views/contribution-movement.projection';
export { type FiscalYearRow, listFiscalYears } from './fiscal-year/views/fiscal-year.projection';
export { type LedgerLine, ledgerLines, type LedgerSelection } from './fiscal-year/views/general-ledger';
export { type LaterLine, laterLines, type LaterLines } from './fiscal-year/views/later-lines';
export { journal, type JournalVoucher } from './fiscal-year/views/journal';
export { ledgerEntries } from './fiscal-year/views/ledger-entry.projection';
export {
  ledgerBalances,
  ledgerFlows,
  type LedgerSum,
  type MonthlySum,
  monthlySums,
  openingBalances,
} from './fiscal-year/views/ledger-sums';
export {
  type ImportedAmount,
  importedAmountsOf,
  importPositions,
} from './fiscal-year/import/imported-amount.projection';
export { readUpload, type Uploaded } from './fiscal-year/import/import-edge';
export { generatedYear } from './sie/generated-year';
export { readSie } from './sie/reading/read-sie';
export { type SieBooks, SieWriter } from './sie/writing/write-sie';
export { AdoptSieMapping } from './sie-mapping/sie-mapping.decider';
export * from './sie-mapping/sie-mapping.events';
export { type DimensionSum, dimensionSums } from './fiscal-year/views/dimension-sums';
export * from './reported-figures/reported-figures.events';
export { ReportFigures } from './reported-figures/reported-figures.decider';
export { reportedFor, type ReportedFiguresRow } from './reported-figures/reported-figures.projection';
export { ledgerRoutes } from './ledger.http';
export { ledgerDeciders, ledgerGroup } from './room';
