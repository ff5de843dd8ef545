// Stored for ever: add, never rename or re-mean.
import { codeSchema, decisionRefSchema, defineEvent, type EventsOf, monthSchema } from '@finsam/kernel';
import { z } from 'zod';
import { costBasisSchema, sharedCostsSchema } from './agreement';

export const SharedCostsAgreed = defineEvent(
  'SharedCostsAgreed',
  1,
  sharedCostsSchema
    .extend({ decision: decisionRefSchema })
    .describe('Another förbund pays a share of these costs of ours, or we of theirs, from this month on.'),
);

export const SharedCostsEnded = defineEvent(
  'SharedCostsEnded',
  1,
  z
    .strictObject({ agreementId: codeSchema, to: monthSchema, decision: decisionRefSchema })
    .describe('The agreement on shared costs ends with this month.'),
);

export const SharedCostsInvoiced = defineEvent(
  'SharedCostsInvoiced',
  1,
  costBasisSchema
    .extend({
      /** How far our log had come when the costs were summed. */
      position: z.number().int().min(0),
    })
    .describe(
      "The other förbund's share of our booked costs was settled as a basis for an invoice. Nothing is posted by it.",
    ),
);

export const sharedCostsEvents = [SharedCostsAgreed, SharedCostsEnded, SharedCostsInvoiced] as const;
export type SharedCostsEvent = EventsOf<typeof sharedCostsEvents>;
