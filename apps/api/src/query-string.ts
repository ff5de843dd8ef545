// What the query string may say: a query's own parameters, and the place in the log that it is asked at.
import type { AssociationId } from '@finsam/kernel';
import { knownParameter, Moment, positionOf, positionParameter, recordOf, type Services } from '@finsam/platform';
import { z } from 'zod';
import { refuse } from './request';

/** A parameter that nobody reads would make the sender believe that it was heeded. */
export const noQuery = z.strictObject({});

/** `known`: in place of `at`, as the day or instant at which it was known. */
export const viewQuery = {
  at: positionParameter.optional(),
  atLeast: positionParameter.optional(),
  known: knownParameter.optional(),
};

export interface Placed {
  /** The position that was asked for, in either way. */
  readonly at?: number;
  /** What must have been folded before there is an answer. */
  readonly atLeast?: number;
  /** The query's own parameters, each moment as its position. */
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Says of every moment where in the log it is. Throws `DomainError` for two that say the same, and for a position that
 * the log has not reached: nobody has been told of it, so there is nothing to wait for.
 */
export async function placed({ store }: Services, owner: AssociationId, asked: object): Promise<Placed> {
  const log = recordOf(owner);
  const positions = new Map<string, number>();
  for (const [name, value] of Object.entries(asked)) {
    if (value instanceof Moment) positions.set(name, await positionOf(store, log, value));
  }
  if (positions.has('at') && positions.has('known')) throw refuse('http/at-and-known', { pointer: '/known' });
  const furthest = Math.max(0, ...positions.values());
  const head = furthest > 0 ? await store.head(log) : 0;
  const beyond = [...positions].find(([, position]) => position > head);
  if (beyond) throw refuse('http/beyond-log', { head, pointer: `/${beyond[0]}` });
  const at = positions.get('at') ?? positions.get('known');
  const query = Object.entries(asked)
    .filter(([name]) => !(name in viewQuery))
    .map(([name, value]) => [name, positions.get(name) ?? value]);
  return {
    ...(at !== undefined && { at }),
    ...(furthest > 0 && { atLeast: furthest }),
    query: Object.fromEntries(query) as Record<string, unknown>,
  };
}
