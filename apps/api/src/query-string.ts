// What the query string may say: a query's own parameters, and the position of the log that it is asked at.
import type { AssociationId } from '@finsam/kernel';
import { recordOf, type Services } from '@finsam/platform';
import { z } from 'zod';
import { refuse } from './request';

/** A parameter that nobody reads would make the sender believe that it was heeded. */
export const noQuery = z.strictObject({});

// Digits only: `Number` would also read an empty text, 0x10 and 1e3.
const positionSchema = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'är ingen position i loggen' })
  .transform(Number);

export const viewQuery = { at: positionSchema.optional(), atLeast: positionSchema.optional() };

type Positions = Readonly<Record<keyof typeof viewQuery, number | undefined>>;

/** Nobody has been told of a position that the log has not reached, so there is nothing to wait for. */
export async function refuseBeyondLog({ store }: Services, owner: AssociationId, asked: Positions): Promise<void> {
  const positions = Object.entries(asked).filter(([, position = 0]) => position > 0);
  if (positions.length === 0) return;
  const head = await store.head(recordOf(owner));
  const beyond = positions.find(([, position = 0]) => position > head);
  if (beyond) throw refuse('http/beyond-log', { head, pointer: `/${beyond[0]}` });
}
