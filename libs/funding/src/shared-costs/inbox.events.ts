// Stored for ever: add, never rename or re-mean.
import { codeSchema, decisionRefSchema, defineEvent, type EventsOf, slugSchema } from '@finsam/kernel';
import { z } from 'zod';
import { costBasisSchema } from './agreement';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'är ingen kontrollsumma' });

export const SharedCostBasisReceived = defineEvent(
  'SharedCostBasisReceived',
  1,
  z
    .strictObject({
      /** Our own agreement that it comes under. */
      agreementId: codeSchema,
      sender: slugSchema,
      sha256: sha256Schema,
      basis: costBasisSchema,
      decision: decisionRefSchema,
    })
    .describe(
      'A copy of the basis for an invoice that another förbund handed over was received. Nothing is posted by it.',
    ),
);

export const inboxEvents = [SharedCostBasisReceived] as const;
export type InboxEvent = EventsOf<typeof inboxEvents>;
