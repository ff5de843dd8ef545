// A fiscal year decides what may be booked in it. In own books every voucher balances, is numbered and stands for ever.
import type { Decider } from '@finsam/kernel';
import { type FiscalYearCommand, fiscalYearCommands } from './commands';
import { attest, book } from './decide/booking';
import { adoptAccounts, adoptActivities, adoptDimension } from './decide/chart';
import { classify, linkContribution } from './decide/imported';
import { carryForward, setOpeningBalances } from './decide/opening';
import { close, lock, open, stateGap, unlock } from './decide/year';
import { importSie } from './import/decide-import';
import { resolveConflict } from './import/resolve-conflict';
import { evolve, type FiscalYear, unopenedYear } from './fiscal-year';
import { type FiscalYearEvent, fiscalYearEvents } from './fiscal-year.events';
import { refuse } from './refusals';

export function fiscalYearStream(year: number): string {
  return `fiscal-year-${year}`;
}

export const fiscalYearDecider: Decider<FiscalYear, FiscalYearCommand, FiscalYearEvent> = {
  name: 'ledger/fiscal-year',
  commands: fiscalYearCommands,
  events: fiscalYearEvents,
  stream: ({ data }) => fiscalYearStream(data.year),
  initialState: unopenedYear,
  evolve,
  decide,
};

function decide(command: FiscalYearCommand, state: FiscalYear): FiscalYearEvent[] {
  const { year } = command.data;
  if (command.type === 'OpenFiscalYear') return open(command.data, state);
  if (state.year === undefined) throw refuse('ledger/no-such-year', { year });
  switch (command.type) {
    case 'AdoptAccounts':
      return adoptAccounts(command.data, state);
    case 'AdoptActivities':
      return adoptActivities(command.data, state);
    case 'AdoptDimension':
      return adoptDimension(command.data, state);
    case 'SetOpeningBalances':
      return setOpeningBalances(command.data, state);
    case 'CarryForwardBalances':
      return carryForward(command.data, state);
    case 'LockPeriods':
      return lock(command.data, state);
    case 'UnlockPeriods':
      return unlock(command.data, state);
    case 'StateGap':
      return stateGap(command.data, state);
    case 'CloseFiscalYear':
      return close(command.data, state);
    case 'AttestVoucher':
      return attest(command.data, state);
    case 'LinkContribution':
      return linkContribution(command.data, state);
    case 'ImportSie':
      return importSie(command.data, state);
    case 'ResolveImportConflict':
      return resolveConflict(command.data, state);
    case 'ClassifyVoucher':
      return classify(command.data, state);
    default:
      return book(command, state);
  }
}
