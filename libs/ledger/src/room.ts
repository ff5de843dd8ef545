// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { fiscalYearDecider } from './fiscal-year/fiscal-year.decider';
import { contributionMovementFacts } from './fiscal-year/views/contribution-movement.projection';
import { fiscalYears } from './fiscal-year/views/fiscal-year.projection';
import { ledgerEntries } from './fiscal-year/views/ledger-entry.projection';
import { voucherMarks } from './fiscal-year/views/voucher-mark.projection';
import { vouchers } from './fiscal-year/views/voucher.projection';
import { importedAmounts } from './fiscal-year/import/imported-amount.projection';
import { sieConflicts } from './fiscal-year/import/sie-conflict.projection';
import { sieImports } from './fiscal-year/import/sie-import.projection';
import { reportedFiguresDecider } from './reported-figures/reported-figures.decider';
import { reportedFigures } from './reported-figures/reported-figures.projection';
import { sieMappingDecider } from './sie-mapping/sie-mapping.decider';
import { sieMappings } from './sie-mapping/sie-mapping.projection';

export const ledgerDeciders: readonly AnyDecider[] = [fiscalYearDecider, reportedFiguresDecider, sieMappingDecider];
export const ledgerGroup: ProjectionGroup = {
  name: 'ledger',
  projections: [
    ledgerEntries,
    vouchers,
    voucherMarks,
    contributionMovementFacts,
    fiscalYears,
    reportedFigures,
    sieImports,
    sieConflicts,
    importedAmounts,
    sieMappings,
  ],
};
