// The test dialect: given what has happened, when this is asked, then that happens, and asked again nothing does.
import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import { type Command, type Decider, fold } from './decider';
import { DomainError } from './domain-error';
import type { DomainEvent, Recorded } from './event';
import type { AnyProjection, Row } from './projection';

/** `spec(decider).given(…events).when(command).then(…events)`, `.thenNothing()` or `.thenRefused(code)`. */
export function deciderSpec<S, C extends Command, E extends DomainEvent>(decider: Decider<S, C, E>) {
  return {
    given: (...past: E[]) => ({
      when: (command: C) => {
        const check = () => checked(decider, command);
        return {
          /** Exactly these events; then the command is repeated on the new state and must add nothing. */
          then: (...expected: E[]) => {
            const events = decider.decide(check(), fold(decider, past));
            deepStrictEqual(events, expected);
            for (const event of events) strictly(decider, event);
            deepStrictEqual(
              decider.decide(check(), fold(decider, [...past, ...events])),
              [],
              'the repeated command must add nothing',
            );
          },
          thenNothing: () => deepStrictEqual(decider.decide(check(), fold(decider, past)), []),
          thenRefused: (code: string) =>
            strictEqual(refusalOf(() => decider.decide(check(), fold(decider, past))).code, code),
        };
      },
    }),
  };
}

function checked<C extends Command>(decider: Decider<never, C, never> | object, command: C): C {
  const definition = (decider as Decider<never, C, never>).commands.find((known) => known.type === command.type);
  if (!definition) fail(`the decider does not list the command ${command.type}`);
  return { type: command.type, data: definition.schema.parse(command.data) } as C;
}

function strictly(decider: { readonly events: Decider<never, never, never>['events'] }, event: DomainEvent): void {
  const definition = decider.events.find((known) => known.type === event.type);
  if (!definition) fail(`the decider does not list the event ${event.type}`);
  deepStrictEqual(definition.schema.parse(event.data), event.data, `${event.type} must be what its schema says`);
}

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return fail('the command was not refused');
}

/** Gives bare events a place in a log, as a projection will meet them. */
export function recorded<E extends DomainEvent>(events: readonly E[], stream = 'stream'): Recorded<E>[] {
  return events.map((event, index) => ({
    ...event,
    schemaVersion: 1,
    stream,
    revision: index,
    position: index + 1,
    recordedAt: '2024-01-01T00:00:00.000Z',
    meta: { commandId: `c${index}`, commandHash: 'h', ordinal: 0, actor: 'test', correlationId: 'test' },
  }));
}

/** The rows that hold after the events: every fact, or the last version of every key. */
export function projectionSpec(projection: AnyProjection) {
  return {
    given: (...events: DomainEvent[]) => ({
      then: (...expected: Row[]) => deepStrictEqual(rowsAfter(projection, recorded(events)), expected),
    }),
  };
}

/** Folds events from scratch: the oracle that stored rows are compared with. */
export function rowsAfter(projection: AnyProjection, events: readonly Recorded[]): Row[] {
  const mine = events.filter((event) => projection.events.some((known) => known.type === event.type));
  if (projection.kind === 'facts') return mine.flatMap((event) => [...projection.facts(event)]);
  const rows = new Map<string, Row>();
  for (const event of mine) {
    const key = projection.key(event);
    const row = projection.evolve(rows.get(key) ?? null, event);
    if (row) rows.set(key, row);
    else rows.delete(key);
  }
  return [...rows.values()];
}
