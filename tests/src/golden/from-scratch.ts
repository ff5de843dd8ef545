// The demo's reports reckoned a second way, with no database, no HTTP and no queue.
import { parsePeriod } from '@finsam/kernel';
import type { ReportDocument } from '@finsam/reporting';
import type { Demo } from './demo/demo-files';
import { demoLog } from './demo/log';
import { participantsFromScratch } from './scratch/participants';
import { statementsFromScratch } from './scratch/statements';

/** What a report says, without what it says about itself. */
export type ReportTables = Pick<ReportDocument, 'statements' | 'participants'>;

export function fromScratch(demo: Demo): ReportTables {
  const log = demoLog(demo);
  const { period } = demo.reports[0]!;
  return {
    statements: statementsFromScratch(log, period),
    participants: participantsFromScratch(log, parsePeriod(period)),
  };
}
