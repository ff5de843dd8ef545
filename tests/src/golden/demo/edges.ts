// Which command stands at which path, written down a second time: a path that changes by mistake is noticed.
import { AdoptLayout, ChooseParticipantRecords, JoinMember } from '@finsam/associations';
import { AdoptBudget, AgreeContribution, MakeForecast } from '@finsam/funding';
import { AdoptExitReasons, EnrolParticipant, ExitParticipant, RegisterInsats } from '@finsam/insatser';
import type { CommandDefinition } from '@finsam/kernel';
import {
  AdoptAccounts,
  AdoptActivities,
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  CorrectVoucher,
  OpenFiscalYear,
  ReceiveContribution,
  ReportFigures,
  SetOpeningBalances,
} from '@finsam/ledger';

export interface Edge {
  readonly path: string;
  readonly command: CommandDefinition;
  /** The field that gets the id of what the command creates. */
  readonly creates?: string;
}

const voucher = (path: string, command: CommandDefinition): Edge => ({
  path: `fiscal-years/:year/${path}`,
  command,
  creates: 'voucherId',
});

const EDGES: readonly Edge[] = [
  { path: 'members', command: JoinMember },
  { path: 'participant-mode/records', command: ChooseParticipantRecords },
  { path: 'layouts', command: AdoptLayout },
  { path: 'contributions/:year/agreements', command: AgreeContribution },
  { path: 'budgets/:year', command: AdoptBudget },
  { path: 'forecasts/:year', command: MakeForecast },
  { path: 'reported-figures', command: ReportFigures },
  { path: 'fiscal-years', command: OpenFiscalYear },
  { path: 'fiscal-years/:year/accounts', command: AdoptAccounts },
  { path: 'fiscal-years/:year/activities', command: AdoptActivities },
  { path: 'fiscal-years/:year/opening-balances', command: SetOpeningBalances },
  voucher('contributions', ReceiveContribution),
  voucher('costs', BookCost),
  voucher('incomes', BookIncome),
  voucher('interest', BookInterest),
  voucher('vouchers', BookVoucher),
  voucher('vouchers/:corrects/corrections', CorrectVoucher),
  { path: 'insatser', command: RegisterInsats },
  { path: 'exit-reasons', command: AdoptExitReasons },
  { path: 'insatser/:insatsId/participations', command: EnrolParticipant, creates: 'participationId' },
  { path: 'participations/:participationId/exit', command: ExitParticipant },
];

/** Throws for a path that leads nowhere. */
export function edgeOf(path: string): { edge: Edge; parameters: Readonly<Record<string, unknown>> } {
  for (const edge of EDGES) {
    const parameters = match(edge.path.split('/'), path.split('/'));
    if (parameters) return { edge, parameters };
  }
  throw new Error(`no command is at ${path}`);
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, unknown> | null {
  if (pattern.length !== parts.length) return null;
  const parameters: Record<string, unknown> = {};
  for (const [index, word] of pattern.entries()) {
    const part = parts[index]!;
    if (word === ':year') parameters['year'] = Number(part);
    else if (word.startsWith(':')) parameters[word.slice(1)] = part;
    else if (word !== part) return null;
  }
  return parameters;
}
