// Derived forecasts and their history over HTTP. The forecast itself is made in funding; here the books are at hand.
import {
  budgetInForce,
  budgetKindsAt,
  forecastMethodSchema,
  forecastVersionsFor,
  fundingGroup,
  sided,
} from '@finsam/funding';
import { insatserGroup, staffingAt } from '@finsam/insatser';
import { businessDateSchema, dateOf, monthOf, refusals, yearOf } from '@finsam/kernel';
import { bookedYears, ledgerGroup, listFiscalYears } from '@finsam/ledger';
import { queryRoute, type Route, type View } from '@finsam/platform';
import { z } from 'zod';
import { derivation, type Derivation, type DerivedMethod } from './derivation';
import { forecastHistory } from './forecast-history';
import { resultFlows } from './result-flows';

const refuse = refusals({
  'forecast/no-budget': { status: 409, text: 'Ingen budget är antagen för {year}, så det finns inget att utgå från.' },
  'forecast/no-kinds': { status: 409, text: 'Förbundet har inte antagit budgetposternas slag och konton.' },
  'forecast/not-a-months-end': { status: 422, text: 'Prognosen härleds vid en månads sista dag under {year}.' },
});

const derivationQuery = z.strictObject({
  asOf: businessDateSchema,
  method: forecastMethodSchema.exclude(['angiven']).optional(),
});
type DerivationQuery = z.output<typeof derivationQuery> & { year: number };

async function derived(view: View, { year, asOf, method }: DerivationQuery) {
  if (yearOf(asOf) !== year || dateOf(year, monthOf(asOf), 31) !== asOf) {
    throw refuse('forecast/not-a-months-end', { year, pointer: '/asOf' });
  }
  const budget = await budgetInForce(view, year);
  if (!budget) throw refuse('forecast/no-budget', { year });
  const kinds = await budgetKindsAt(view);
  if (!kinds) throw refuse('forecast/no-kinds');
  const booked = await bookedYears(view);
  const throughMonth = monthOf(asOf);
  const found = derivation({
    posts: sided(budget.posts, kinds.kinds),
    kinds: kinds.kinds,
    asOf,
    booked: booked.has(year) ? await resultFlows(view, { year, throughMonth }) : null,
    lastYear: booked.has(year - 1)
      ? {
          toMonth: await resultFlows(view, { year: year - 1, throughMonth }),
          full: await resultFlows(view, { year: year - 1, throughMonth: 12 }),
        }
      : null,
    staffing: await staffingAt(view),
  });
  return { year, asOf, ...found, ...(method && { proposal: proposal(found, method) }) };
}

/** What can be sent as a forecast as it is, and the posts for which somebody must say an amount. */
function proposal({ posts }: Derivation, method: DerivedMethod) {
  const key = ({ activity, kind, member }: Derivation['posts'][number]) => ({
    activity,
    kind,
    ...(member !== null && { member }),
  });
  return {
    method,
    posts: posts.flatMap((post) => {
      const derivedOre = post.derived[method];
      return derivedOre === null ? [] : [{ ...key(post), amountOre: derivedOre, method, derivedOre }];
    }),
    notDerived: posts.filter((post) => post.derived[method] === null).map(key),
  };
}

async function history(view: View, year: number) {
  const kinds = await budgetKindsAt(view);
  const closed = (await listFiscalYears(view)).some((one) => one.fiscal_year === year && one.status === 'closed');
  const booked = closed ? await resultFlows(view, { year, throughMonth: 12 }) : null;
  const versions = await forecastVersionsFor(view, year);
  return {
    year,
    kindsAdopted: kinds !== null,
    outcomeKnown: closed,
    forecasts: forecastHistory(versions, kinds?.kinds ?? [], booked),
  };
}

const ofYear = { params: { year: 'integer' } } as const;

export const forecastRoutes: readonly Route[] = [
  queryRoute({
    ...ofYear,
    operation: 'forecasts.derive',
    path: 'forecasts/:year/derivation',
    summary: 'Helårsprognos härledd post för post, med varje metod',
    groups: [fundingGroup, ledgerGroup, insatserGroup],
    query: derivationQuery,
    answer: derived,
  }),
  queryRoute({
    ...ofYear,
    operation: 'forecasts.history',
    path: 'forecasts/:year/history',
    summary: 'Årets alla prognoser mot utfallet',
    groups: [fundingGroup, ledgerGroup],
    answer: (view, { year }: { year: number }) => history(view, year),
  }),
];
