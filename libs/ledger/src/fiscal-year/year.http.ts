// The life of a fiscal year over HTTP.
import { commandRoute, type Route } from '@finsam/platform';
import {
  AdoptAccounts,
  AdoptActivities,
  AdoptDimension,
  CarryForwardBalances,
  CloseFiscalYear,
  LockPeriods,
  OpenFiscalYear,
  SetOpeningBalances,
  StateGap,
  UnlockPeriods,
} from './commands';
import { chartFacts, previousYearFacts } from './edge-facts';

const ofYear = { params: { year: 'integer' } } as const;

export const yearRoutes: readonly Route[] = [
  commandRoute({
    operation: 'ledger.open-year',
    path: 'fiscal-years',
    summary: 'Öppna ett räkenskapsår',
    command: OpenFiscalYear,
    facts: chartFacts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.adopt-accounts',
    path: 'fiscal-years/:year/accounts',
    summary: 'Lägg till eller ändra konton',
    command: AdoptAccounts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.adopt-activities',
    path: 'fiscal-years/:year/activities',
    summary: 'Lägg till eller ändra verksamheter',
    command: AdoptActivities,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.adopt-dimension',
    path: 'fiscal-years/:year/dimensions',
    summary: 'Lägg till eller ändra koder i en dimension: projekt, motparter',
    command: AdoptDimension,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.set-opening-balances',
    path: 'fiscal-years/:year/opening-balances',
    summary: 'Sätt ingående balanser från ett tidigare system',
    command: SetOpeningBalances,
    facts: previousYearFacts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.carry-forward',
    path: 'fiscal-years/:year/carried-forward',
    summary: 'För över balanserna från året före, preliminärt tills det är stängt',
    command: CarryForwardBalances,
    facts: previousYearFacts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.lock-periods',
    path: 'fiscal-years/:year/locks',
    summary: 'Lås perioderna till och med en månad',
    command: LockPeriods,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.unlock-periods',
    path: 'fiscal-years/:year/unlocks',
    summary: 'Lås upp perioderna från och med en månad',
    command: UnlockPeriods,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.state-gap',
    path: 'fiscal-years/:year/gaps',
    summary: 'Säg att ett belopp saknas därför att det inte är känt',
    command: StateGap,
  }),
  commandRoute({
    ...ofYear,
    operation: 'ledger.close-year',
    path: 'fiscal-years/:year/closing',
    summary: 'Stäng räkenskapsåret',
    command: CloseFiscalYear,
  }),
];
