// What the edge does with an uploaded file: reads it, puts what is known beside it, and asks the year.
import { createHash } from 'node:crypto';
import { memberFacts } from '@finsam/associations';
import { negateOre } from '@finsam/kernel';
import type { Edge } from '@finsam/platform';
import { readSie } from '../../sie/reading/read-sie';
import type { Charset, SieFile } from '../../sie/model';
import { noMapping, SIE_MAPPING_STREAM, sieMappingDecider } from '../../sie-mapping/sie-mapping.decider';
import { ImportSie } from '../commands';
import { previousYearFacts } from '../edge-facts';
import { unopenedYear } from '../fiscal-year';
import { fiscalYearDecider, fiscalYearStream } from '../fiscal-year.decider';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { inWords } from './sie-import.projection';
import type { AccountAmount } from './prepared-file';
import { prepareImport } from './prepare-import';

export interface Uploaded {
  readonly year: number;
  readonly importId: string;
  readonly bytes: Buffer;
  /** What the caller says it is written in. */
  readonly charset: Exclude<Charset, 'ascii'> | undefined;
}

export interface ReadUpload {
  readonly command: ReturnType<typeof ImportSie>;
  readonly file: SieFile;
}

export async function readUpload(edge: Edge, { year, importId, bytes, charset }: Uploaded): Promise<ReadUpload> {
  const file = readSie(bytes, charset);
  const [{ members }, mapping, closedAt] = await Promise.all([
    memberFacts(edge),
    edge.commands.stateOf(sieMappingDecider, edge.association, SIE_MAPPING_STREAM),
    closedBefore(edge, year),
  ]);
  const beside = { year, mapping: mapping ?? noMapping(), members, bytes: bytes.length, closedAt };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { command: ImportSie({ year, importId, sha256, facts: prepareImport(file, beside) }), file };
}

/** What the command would record; nothing is. */
export async function tryImport(edge: Edge, { data }: ReadUpload['command']): Promise<FiscalYearEvent[]> {
  const state = await edge.commands.stateOf(fiscalYearDecider, edge.association, fiscalYearStream(data.year));
  const events = fiscalYearDecider.decide({ type: 'ImportSie', data }, state ?? unopenedYear());
  return [...events];
}

async function closedBefore(edge: Edge, year: number): Promise<readonly AccountAmount[] | undefined> {
  const { previous } = await previousYearFacts(edge, { year });
  if (!previous) return undefined;
  // The year's result goes to equity, whichever account of it.
  return [...previous.balances, { account: 2000, amountOre: negateOre(previous.resultOre) }];
}

/** What came of a file, or would come of it, for whoever sent it. */
export function outcomeOf(events: readonly FiscalYearEvent[], { charset }: SieFile) {
  const of = <T extends FiscalYearEvent['type']>(type: T) =>
    events.filter((event): event is Extract<FiscalYearEvent, { type: T }> => event.type === type);
  const [told] = of('SieImported');
  if (!told) return { charset };
  const { year: _, importId: __, findings, skipped, ...rest } = told.data;
  return {
    ...rest,
    charset,
    accountsAdopted: of('AccountsAdopted').flatMap(({ data }) => data.accounts),
    activitiesAdopted: of('ActivitiesAdopted').flatMap(({ data }) => data.activities),
    openingBalancesChanged: of('OpeningBalancesImported').flatMap(({ data }) => data.changes),
    balancesChanged: of('BalancesImported').reduce((sum, { data }) => sum + data.changes.length, 0),
    budgetChanged: of('BudgetBalancesImported').reduce((sum, { data }) => sum + data.changes.length, 0),
    conflicts: of('ImportConflictsFound').flatMap(({ data }) =>
      data.conflicts.map(({ voucher: { series, number } }) => ({ series, number })),
    ),
    findings: inWords(findings),
    skipped,
  };
}
