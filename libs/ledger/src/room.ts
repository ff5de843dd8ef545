// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { fiscalYearDecider } from './fiscal-year/fiscal-year.decider';
import { fiscalYears } from './fiscal-year/fiscal-year.projection';
import { ledgerEntries } from './fiscal-year/ledger-entry.projection';
import { vouchers } from './fiscal-year/voucher.projection';
import { reportedFiguresDecider } from './reported-figures/reported-figures.decider';
import { reportedFigures } from './reported-figures/reported-figures.projection';

export const ledgerDeciders: readonly AnyDecider[] = [fiscalYearDecider, reportedFiguresDecider];
export const ledgerGroup: ProjectionGroup = {
  name: 'ledger',
  projections: [ledgerEntries, vouchers, fiscalYears, reportedFigures],
};
