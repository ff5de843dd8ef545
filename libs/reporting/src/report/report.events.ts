// Stored for ever: add, never rename or re-mean.
import { decisionRefSchema, defineEvent, type EventsOf, idSchema } from '@finsam/kernel';
import { z } from 'zod';
import { publishedFiguresSchema } from './published-figures';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const ReportAdopted = defineEvent(
  'ReportAdopted',
  1,
  z
    .strictObject({ reportId: idSchema, sha256: sha256Schema, decision: decisionRefSchema })
    .describe('The board adopted a finished report; its hash says exactly which document that was.'),
);

export const ReportPublished = defineEvent(
  'ReportPublished',
  1,
  z
    .strictObject({
      reportId: idSchema,
      sha256: sha256Schema,
      published: publishedFiguresSchema,
      decision: decisionRefSchema,
    })
    .describe('The adopted report was made public, and its figures handed to the nation.'),
);

export const reportEvents = [ReportAdopted, ReportPublished] as const;
export type ReportEvent = EventsOf<typeof reportEvents>;
