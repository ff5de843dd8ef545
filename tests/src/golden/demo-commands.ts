// The demo's requests as commands, decided one by one on a log in memory: the oracle's own edge and runner.
import {
  AdoptLayout,
  associationDecider,
  associationDeciders,
  associationStream,
  ChooseParticipantRecords,
  JoinMember,
  RegisterAssociation,
} from '@finsam/associations';
import { AdoptBudget, AgreeContribution, fundingDeciders, MakeForecast } from '@finsam/funding';
import {
  AdoptExitReasons,
  EnrolParticipant,
  exitReasonCodes,
  exitReasonsDecider,
  exitReasonsStream,
  ExitParticipant,
  insatsDecider,
  insatserDeciders,
  insatsFacts,
  insatsStream,
  RegisterInsats,
} from '@finsam/insatser';
import { type AnyDecider, type CommandDefinition, type Decider, fold, type Recorded } from '@finsam/kernel';
import {
  AdoptAccounts,
  AdoptActivities,
  BookCost,
  BookIncome,
  BookInterest,
  BookVoucher,
  CorrectVoucher,
  ledgerDeciders,
  OpenFiscalYear,
  ReceiveContribution,
  ReportFigures,
  SetOpeningBalances,
} from '@finsam/ledger';
import type { Demo, DemoRequest } from './demo-files';

interface Edge {
  readonly path: string;
  readonly command: CommandDefinition;
  readonly creates?: string;
}

const voucher = (path: string, command: CommandDefinition): Edge => ({
  path: `fiscal-years/:year/${path}`,
  command,
  creates: 'voucherId',
});

/** Written down a second time, so that a path that changes by mistake is noticed. */
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

const DECIDERS: readonly AnyDecider[] = [
  ...associationDeciders,
  ...fundingDeciders,
  ...ledgerDeciders,
  ...insatserDeciders,
];

/** The log that the demo leaves behind. Throws what a decider refuses, or for a request that decides nothing. */
export function demoLog({ slug, name, requests }: Demo): readonly Recorded[] {
  const log: Recorded[] = [];
  const ids = new Map<string, string>();
  decide(log, RegisterAssociation, { slug, name });
  requests.forEach((request, index) => {
    const path = request.path.replace(/\{(\w+)\}/g, (_, named: string) => ids.get(named) ?? named);
    const { edge, parameters } = edgeOf(path);
    // Any id will do, as long as it is the thing's own.
    const id = `demo-${String(index).padStart(4, '0')}`;
    if (request.as !== undefined) ids.set(request.as, id);
    const created = edge.creates === undefined ? {} : { [edge.creates]: id };
    decide(log, edge.command, { ...request.body, ...parameters, ...created });
  });
  return log;
}

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

function decide(log: Recorded[], definition: CommandDefinition, asked: Readonly<Record<string, unknown>>): void {
  const { type, schema } = definition;
  const decider = DECIDERS.find(({ commands }) => commands.some((known) => known.type === type))!;
  const facts = factsFor(log, type, asked);
  const command = { type, data: schema.parse({ ...asked, ...(facts && { facts }) }) };
  const stream = decider.stream(command);
  const events = decider.decide(command, stateOf(log, decider, stream));
  if (events.length === 0) throw new Error(`${type} decides nothing: ${JSON.stringify(asked)}`);
  for (const event of events) log.push(recordedAt(log, event, stream));
}

function stateOf<State>(log: readonly Recorded[], decider: Decider<State, never, never>, stream: string): State {
  return fold(decider, log.filter((event) => event.stream === stream) as never[]);
}

function recordedAt(log: readonly Recorded[], event: { type: string; data: unknown }, stream: string): Recorded {
  const position = log.length + 1;
  return {
    ...event,
    schemaVersion: 1,
    stream,
    revision: log.filter((other) => other.stream === stream).length,
    position,
    recordedAt: '2024-12-31T12:00:00.000Z',
    meta: { commandId: `demo-${position}`, commandHash: '', ordinal: 0, actor: 'demo', correlationId: 'demo' },
  };
}

/** What the decision needs from neighbouring streams. */
function factsFor(log: readonly Recorded[], type: string, asked: Readonly<Record<string, unknown>>): object | null {
  const { members, participantMode } = stateOf(log, associationDecider, associationStream);
  switch (type) {
    case 'AgreeContribution':
      return { members: [...members].filter(([, { pays }]) => pays).map(([member]) => member) };
    case 'AdoptBudget':
    case 'MakeForecast':
    case 'ReceiveContribution':
    case 'BookCost':
    case 'BookIncome':
    case 'BookInterest':
    case 'BookVoucher':
    case 'CorrectVoucher':
      return { members: [...members.keys()] };
    case 'EnrolParticipant':
      return {
        participantMode,
        insats: insatsFacts(stateOf(log, insatsDecider, insatsStream(String(asked['insatsId'])))),
      };
    case 'ExitParticipant':
      return { reasons: exitReasonCodes(stateOf(log, exitReasonsDecider, exitReasonsStream)) };
    default:
      return null;
  }
}
