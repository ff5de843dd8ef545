import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { fiscalYearDecider } from './fiscal-year/fiscal-year.decider';
import { fiscalYears } from './fiscal-year/fiscal-year.projection';
import { ledgerEntries } from './fiscal-year/ledger-entry.projection';
import { vouchers } from './fiscal-year/voucher.projection';
import { reportedFiguresDecider } from './reported-figures/reported-figures.decider';
import { reportedFigures } from './reported-figures/reported-figures.projection';

export * from './fiscal-year/commands';
export * from './fiscal-year/fiscal-year.events';
export { fiscalYearDecider, fiscalYearStream } from './fiscal-year/fiscal-year.decider';
export { type FiscalYearRow, listFiscalYears } from './fiscal-year/fiscal-year.projection';
export { ledgerBalances, ledgerEntries, ledgerFlows, type LedgerSum, openingBalances } from './fiscal-year/ledger-entry.projection';
export { journal, type JournalVoucher } from './fiscal-year/voucher.projection';
export * from './reported-figures/reported-figures.events';
export { ReportFigures } from './reported-figures/reported-figures.decider';
export { reportedFor, type ReportedFiguresRow } from './reported-figures/reported-figures.projection';

export const ledgerDeciders: readonly AnyDecider[] = [fiscalYearDecider, reportedFiguresDecider];
export const ledgerGroup: ProjectionGroup = {
  name: 'ledger',
  projections: [ledgerEntries, vouchers, fiscalYears, reportedFigures],
};
