// Every file that was taken over: what it was, what came of it, and what was odd about it.
import type { EventsOf, FactProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type FindingCode, findingText } from '../../sie/findings';
import { SieImported } from '../fiscal-year.events';

type Told = EventsOf<readonly [typeof SieImported]>['data'];

export type SieImportRow = {
  fiscal_year: number;
  import_id: string;
  imported_at: string;
  /** Opaque id. */
  imported_by: string;
  told: Omit<Told, 'year' | 'importId'>;
};

export const sieImports: FactProjection<EventsOf<readonly [typeof SieImported]>, SieImportRow> = {
  kind: 'facts',
  table: {
    name: 'sie_import_v1',
    columns: { fiscal_year: 'integer', import_id: 'text', imported_at: 'text', imported_by: 'text', told: 'json' },
    indexes: [['fiscal_year']],
  },
  events: [SieImported],
  facts: ({ data, recordedAt, meta }) => [
    {
      fiscal_year: data.year,
      import_id: data.importId,
      imported_at: recordedAt,
      imported_by: meta.actor,
      told: toldIn(data),
    },
  ],
};

/** By name: what a later version adds is not a row's until this one knows it. */
function toldIn(data: Told): SieImportRow['told'] {
  const { sha256, bytes, sieType, charset, program, generatedOn, through, vouchers, findings, skipped } = data;
  const days = { ...(generatedOn && { generatedOn }), ...(through && { through }) };
  return { sha256, bytes, sieType, charset, program, ...days, vouchers, findings, skipped };
}

/** Newest first, each finding with its sentences. */
export async function listSieImports(view: View, year: number) {
  const rows = await view
    .from(sieImports)
    .selectAll()
    .where('fiscal_year', '=', year)
    .orderBy('since', 'desc')
    .execute();
  return rows.map(({ import_id, imported_at, imported_by, told }) => ({
    importId: import_id,
    importedAt: imported_at,
    importedBy: imported_by,
    ...told,
    findings: inWords(told.findings),
  }));
}

/** The sentences are made when they are asked for, so that they can be said better later. */
export function inWords(findings: Told['findings']) {
  return findings.map(({ code, count, examples }) => ({
    code,
    count,
    examples: examples.map(({ line, what }) => ({
      line,
      what,
      text: findingText({ code: code as FindingCode, what }),
    })),
  }));
}
