// Members' contributions over HTTP: what was promised, and what has come of it.
import { agreedFor, fundingGroup } from '@finsam/funding';
import { fiscalYearOf, parsePeriod, periodCodeSchema, refusals } from '@finsam/kernel';
import { contributionMovements, ledgerGroup } from '@finsam/ledger';
import { queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import { contributionStatus } from './contribution-status';

const refuse = refusals({
  'contributions/period-outside-year': { status: 422, text: 'Perioden ska sluta under året {year}.' },
});

const statusQuery = z.strictObject({ period: periodCodeSchema.optional() });

export const contributionRoutes: readonly Route[] = [
  queryRoute({
    operation: 'contributions.status',
    path: 'contributions/:year',
    summary: 'Medlemsbidrag: beslutade, förfallna, fakturerade, mottagna, återbetalda och periodiserade',
    params: { year: 'integer' },
    groups: [fundingGroup, ledgerGroup],
    query: statusQuery,
    answer: async (view, { year, period: code }: z.output<typeof statusQuery> & { year: number }) => {
      const period = parsePeriod(code ?? String(year));
      if (fiscalYearOf(period) !== year)
        throw refuse('contributions/period-outside-year', { year, pointer: '/period' });
      const movements = await contributionMovements(view, year, period.to);
      return {
        year,
        asOf: period.to,
        contributions: contributionStatus(await agreedFor(view, year), movements, period.to),
      };
    },
  }),
];
