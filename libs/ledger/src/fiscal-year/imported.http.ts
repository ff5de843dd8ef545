// Imported books over HTTP: what is said of vouchers from another system.
import { commandRoute, type Route } from '@finsam/platform';
import { ClassifyVoucher, LinkContribution } from './commands';
import { bookingFacts } from './edge-facts';

export const importedRoutes: readonly Route[] = [
  commandRoute({
    params: { year: 'integer', voucherId: 'text' },
    operation: 'ledger.link-contribution',
    path: 'fiscal-years/:year/imported-vouchers/:voucherId/contributions',
    summary: 'Hänför en rad i en importerad verifikation till en medlems bidrag',
    command: LinkContribution,
    facts: bookingFacts,
  }),
  commandRoute({
    params: { year: 'integer', voucherId: 'text' },
    operation: 'ledger.classify-voucher',
    path: 'fiscal-years/:year/imported-vouchers/:voucherId/classifications',
    summary: 'Hänför rader i en importerad verifikation till verksamheter',
    command: ClassifyVoucher,
    facts: bookingFacts,
  }),
];
