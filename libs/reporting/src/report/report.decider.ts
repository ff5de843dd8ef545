// A finished report is adopted by decision, and published by decision. Ordering and rendering it decides nothing.
import {
  canonicalJson,
  type CommandsOf,
  type Decider,
  decisionRefSchema,
  defineCommand,
  idSchema,
  ManyFaults,
  refusals,
  unreachable,
} from '@finsam/kernel';
import { z } from 'zod';
import { publishedFiguresSchema } from './published-figures';
import { type ReportEvent, reportEvents } from './report.events';

const openErrorSchema = z.strictObject({ rule: z.string(), place: z.string(), message: z.string() });

/** The finished document, read by the edge; null while the run is not done. */
const documentFactsSchema = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    published: publishedFiguresSchema,
    /** The errors that nobody has accepted; absent from a document that was never reconciled. */
    open: z.array(openErrorSchema).optional(),
  })
  .nullable();

const fields = z.strictObject({
  reportId: idSchema,
  decision: decisionRefSchema,
  facts: z.strictObject({ document: documentFactsSchema }),
});

export const AdoptReport = defineCommand('AdoptReport', fields);
export const PublishReport = defineCommand('PublishReport', fields);
type ReportCommand = CommandsOf<readonly [typeof AdoptReport, typeof PublishReport]>;
type Decision = z.output<typeof decisionRefSchema>;

interface Report {
  readonly adopted: { readonly sha256: string; readonly decision: Decision } | null;
  readonly published: Decision | null;
}

const refuse = refusals({
  'report/not-finished': { status: 409, text: 'Rapporten är inte färdig än.' },
  'report/already-adopted': { status: 409, text: 'Rapporten är redan fastställd genom ett annat beslut.' },
  'report/not-adopted': { status: 409, text: 'Rapporten måste fastställas innan den publiceras.' },
  'report/already-published': { status: 409, text: 'Rapporten är redan publicerad genom ett annat beslut.' },
  'report/not-reconciled': {
    status: 409,
    text: 'Rapporten har {count} fel som varken är rättade eller godtagna. Rätta eller godta dem och beställ om den.',
  },
  'report/never-reconciled': {
    status: 409,
    text: 'Rapporten togs fram innan rapporter stämdes av. Beställ den på nytt.',
  },
  'report/not-what-was-adopted': { status: 409, text: 'Dokumentet är inte det som fastställdes.' },
});

export const reportStream = (reportId: string): string => `report-${reportId}`;

export const reportDecider: Decider<Report, ReportCommand, ReportEvent> = {
  name: 'reporting/report',
  commands: [AdoptReport, PublishReport],
  events: reportEvents,
  stream: ({ data }) => reportStream(data.reportId),
  initialState: () => ({ adopted: null, published: null }),
  evolve: (state, { type, data }) =>
    type === 'ReportAdopted'
      ? { ...state, adopted: { sha256: data.sha256, decision: data.decision } }
      : { ...state, published: data.decision },
  decide: ({ type, data: { reportId, decision, facts } }, { adopted, published }) => {
    if (!facts.document) throw refuse('report/not-finished');
    const { sha256 } = facts.document;
    switch (type) {
      case 'AdoptReport':
        if (!adopted) {
          if (!facts.document.open) throw refuse('report/never-reconciled', { pointer: '/reportId' });
          refuseOpen(facts.document.open);
          return [{ type: 'ReportAdopted', data: { reportId, sha256, decision } }];
        }
        if (same(adopted.decision, decision)) return [];
        throw refuse('report/already-adopted');
      case 'PublishReport':
        if (!adopted) throw refuse('report/not-adopted');
        if (adopted.sha256 !== sha256) throw refuse('report/not-what-was-adopted');
        if (!published) {
          // What was adopted before reports were reconciled may be published: the board's decision stands.
          refuseOpen(facts.document.open ?? []);
          return [
            { type: 'ReportPublished', data: { reportId, sha256, published: facts.document.published, decision } },
          ];
        }
        if (same(published, decision)) return [];
        throw refuse('report/already-published');
      default:
        return unreachable(type);
    }
  },
};

/** Names every error, so that all can be put right at once. */
function refuseOpen(open: readonly z.output<typeof openErrorSchema>[]): void {
  if (open.length === 0) return;
  const faults = open.map(({ rule, place, message }) => ({ pointer: '/reportId', text: message, rule, place }));
  throw new ManyFaults(refuse('report/not-reconciled', { count: open.length }), faults);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
