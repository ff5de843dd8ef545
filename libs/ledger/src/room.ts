// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { fiscalYearDecider } from './fiscal-year/fiscal-year.decider';
import { contributionMovementFacts } from './fiscal-year/views/contribution-movement.projection';
import { fiscalYears } from './fiscal-year/views/fiscal-year.projection';
import { ledgerEntries } from './fiscal-year/views/ledger-entry.projection';
import { voucherMarks } from './fiscal-year/views/voucher-mark.projection';
import { vouchers } from './fiscal-year/views/voucher.projection';
import { reportedFiguresDecider } from './reported-figures/reported-figures.decider';
import { reportedFigures } from './reported-figures/reported-figures.projection';

export const ledgerDeciders: readonly AnyDecider[] = [fiscalYearDecider, reportedFiguresDecider];
export const ledgerGroup: ProjectionGroup = {
  name: 'ledger',
  projections: [ledgerEntries, vouchers, voucherMarks, contributionMovementFacts, fiscalYears, reportedFigures],
};
