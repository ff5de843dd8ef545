// A decider is a stream's whole write side: three pure functions and the words they use.
import type { z } from 'zod';
import type { DomainEvent, EventDefinition } from './event';

export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Declares one command type; calling it makes a command from data that already has the right form. */
export interface CommandDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  (data: z.output<Schema>): Command<Type, z.output<Schema>>;
  readonly type: Type;
  readonly schema: Schema;
}

export type CommandOf<D> = D extends CommandDefinition<infer T, infer S> ? Command<T, z.output<S>> : never;

export type CommandsOf<L extends readonly CommandDefinition[]> = CommandOf<L[number]>;

export function defineCommand<const Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
): CommandDefinition<Type, Schema> {
  const make = (data: z.output<Schema>) => ({ type, data });
  return Object.assign(make, { type, schema });
}

/**
 * `decide` is given a command and the state folded so far, and returns what happens: events, nothing
 * (the command has already had its effect) or a thrown `DomainError`. A repeated command gives no new events.
 */
export interface Decider<State, C extends Command, E extends DomainEvent> {
  /** `slice/stream-kind`, e.g. `ledger/fiscal-year`. */
  readonly name: string;
  readonly commands: readonly CommandDefinition[];
  readonly events: readonly EventDefinition[];
  /** The stream that the command writes to. A command writes to one stream. */
  stream(command: C): string;
  /** A fresh state. `evolve` may change and return the state it is given, so no two folds share one. */
  initialState(): State;
  decide(command: C, state: State): readonly E[];
  evolve(state: State, event: E): State;
}

// Deciders of different streams stand in one list at the edge, where their own types no longer matter.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDecider = Decider<any, any, any>;

/** The state after a list of events. */
export function fold<State, E extends DomainEvent>(
  decider: { initialState(): State; evolve(state: State, event: E): State },
  events: Iterable<E>,
): State {
  let state = decider.initialState();
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
