// The demo's requests decided one by one on a log in memory: the oracle's own edge and runner.
import { associationDecider, associationDeciders, associationStream, RegisterAssociation } from '@finsam/associations';
import { fundingDeciders } from '@finsam/funding';
import {
  exitReasonCodes,
  exitReasonsDecider,
  exitReasonsStream,
  insatsDecider,
  insatserDeciders,
  insatsFacts,
  insatsStream,
} from '@finsam/insatser';
import {
  type AnyDecider,
  type Command,
  type CommandDefinition,
  type Decider,
  type DomainEvent,
  fold,
  type Recorded,
} from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import type { Demo } from './demo-files';
import { edgeOf } from './edges';

const DECIDERS: readonly AnyDecider[] = [
  ...associationDeciders,
  ...fundingDeciders,
  ...ledgerDeciders,
  ...insatserDeciders,
];

type Asked = Readonly<Record<string, unknown>>;

/** The log that the demo leaves behind. Throws what a decider refuses, or for a request that decides nothing. */
export function demoLog({ slug, name, requests }: Demo): readonly Recorded[] {
  const log: Recorded[] = [];
  const ids = new Map<string, string>();
  decide(log, RegisterAssociation, { slug, name });
  requests.forEach((request, index) => {
    const path = request.path.replace(/\{(\w+)\}/g, (_, named: string) => ids.get(named) ?? `no-${named}`);
    const { edge, parameters } = edgeOf(path);
    // Any id will do, as long as it is the thing's own.
    const id = `demo-${String(index).padStart(4, '0')}`;
    if (request.as !== undefined) ids.set(request.as, id);
    const created = edge.creates === undefined ? {} : { [edge.creates]: id };
    decide(log, edge.command, { ...request.body, ...parameters, ...created });
  });
  return log;
}

function decide(log: Recorded[], { type, schema }: CommandDefinition, asked: Asked): void {
  const decider = DECIDERS.find(({ commands }) => commands.some((known) => known.type === type))!;
  const facts = factsFor(log, type, asked);
  const command = { type, data: schema.parse({ ...asked, ...(facts && { facts }) }) };
  const stream = decider.stream(command);
  const events = decider.decide(command, stateOf(log, decider, stream));
  if (events.length === 0) throw new Error(`${type} decides nothing: ${JSON.stringify(asked)}`);
  for (const event of events) log.push(placed(log, event, stream));
}

function stateOf<State>(
  log: readonly Recorded[],
  decider: Pick<Decider<State, Command, DomainEvent>, 'initialState' | 'evolve'>,
  stream: string,
): State {
  return fold(
    decider,
    log.filter((event) => event.stream === stream),
  );
}

function placed(log: readonly Recorded[], event: { type: string; data: unknown }, stream: string): Recorded {
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
function factsFor(log: readonly Recorded[], type: string, asked: Asked): object | null {
  const { members, participantMode } = stateOf(log, associationDecider, associationStream);
  switch (type) {
    case 'AgreeContribution':
      return { members: [...members].filter(([, { pays }]) => pays).map(([member]) => member) };
    case 'AdoptBudget':
    case 'MakeForecast':
      return { members: [...members.keys()] };
    case 'SetOpeningBalances':
      return { previous: null };
    case 'ReceiveContribution':
    case 'BookCost':
    case 'BookIncome':
    case 'BookInterest':
    case 'BookVoucher':
    case 'CorrectVoucher':
      return { members: [...members.keys()], today: '2099-12-31' };
    case 'EnrolParticipant': {
      const insats = stateOf(log, insatsDecider, insatsStream(String(asked['insatsId'])));
      return { participantMode, insats: insatsFacts(insats) };
    }
    case 'ExitParticipant':
      return { reasons: exitReasonCodes(stateOf(log, exitReasonsDecider, exitReasonsStream)) };
    default:
      return null;
  }
}
