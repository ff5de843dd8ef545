// The books over HTTP.
import { commandRoute, type Route } from '@finsam/platform';
import { bookingRoutes } from './fiscal-year/booking.http';
import { importedRoutes } from './fiscal-year/imported.http';
import { sieRoutes } from './fiscal-year/sie.http';
import { viewRoutes } from './fiscal-year/views/views.http';
import { yearRoutes } from './fiscal-year/year.http';
import { ReportFigures } from './reported-figures/reported-figures.decider';

export const ledgerRoutes: readonly Route[] = [
  ...viewRoutes,
  ...yearRoutes,
  ...bookingRoutes,
  ...importedRoutes,
  ...sieRoutes,
  commandRoute({
    operation: 'ledger.report-figures',
    path: 'reported-figures',
    summary: 'Uppgifter ur äldre dokument, för jämförelser',
    command: ReportFigures,
  }),
];
