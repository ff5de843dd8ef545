// SIE over HTTP: a file in, tried or for good; what it disagreed with; a file out.
import { associationState } from '@finsam/associations';
import { refusals } from '@finsam/kernel';
import {
  type ActionRequest,
  type ActionRoute,
  commandRoute,
  derivedId,
  type Edge,
  queryRoute,
  type Route,
  swedishDay,
  withView,
  yearParameter,
} from '@finsam/platform';
import { z } from 'zod';
import { CHARSETS } from '../sie/reading/charset';
import { FILE_BYTES_MAX } from '../sie/reading/lines';
import { SieWriter } from '../sie/writing/write-sie';
import { ledgerGroup } from '../room';
import { AdoptSieMapping } from '../sie-mapping/sie-mapping.decider';
import { sieMapping } from '../sie-mapping/sie-mapping.projection';
import { ResolveImportConflict } from './commands';
import { sieBooks } from './export/sie-books';
import { importedAmountsOf } from './import/imported-amount.projection';
import { outcomeOf, readUpload, tryImport } from './import/import-edge';
import { openConflicts } from './import/sie-conflict.projection';
import { listSieImports } from './import/sie-import.projection';
import type { FiscalYearEvent } from './fiscal-year.events';

const refuse = refusals({
  'ledger/nothing-to-export': { status: 404, text: 'Räkenskapsåret {year} är inte öppnat.' },
  'ledger/only-balances': {
    status: 409,
    text: 'Räkenskapsåret {year} är inläst som saldon. Det finns inga verifikationer att skriva ut.',
  },
});

const ofYear = { params: { year: 'integer' }, groups: [ledgerGroup] } as const;
const pathSchema = z.object({
  year: yearParameter,
});
const importQuery = z.strictObject({
  /** Shows what would come of it; nothing is recorded. */
  prov: z.enum(['ja', 'nej']).default('nej'),
  /** Where the bytes leave doubt. */
  teckenkod: z.enum(CHARSETS).optional(),
});
const exportQuery = z.strictObject({ format: z.enum(['sie', 'json']).default('sie') });

function edgeOf({ association, actor, services }: ActionRequest): Edge {
  const { commands, databases, store } = services;
  return { association: association!, actor, today: swedishDay(), commands, databases, store };
}

const importFile: ActionRoute = {
  kind: 'action',
  method: 'post',
  audience: 'association',
  params: { year: 'integer' },
  operation: 'ledger.import-sie',
  path: 'fiscal-years/:year/sie-imports',
  summary: 'Läs in en SIE-fil av typ 1–4, hel eller inte alls; med prov=ja visas bara vad som skulle hända',
  query: importQuery,
  upload: { maxBytes: FILE_BYTES_MAX, types: ['application/octet-stream', 'text/plain'] },
  act: async (request) => {
    const { association, commandId, actor, correlationId, services } = request;
    const { year } = pathSchema.parse(request.params);
    const { prov, teckenkod } = importQuery.parse(request.query);
    const importId = derivedId(association!, commandId, 'importId');
    const edge = edgeOf(request);
    const { command, file } = await readUpload(edge, { year, importId, bytes: request.file!, charset: teckenkod });
    if (prov === 'ja') return { status: 200, body: outcomeOf(await tryImport(edge, command), file) };
    const context = { association: association!, commandId, actor, correlationId };
    const { stream, revision, position, events } = await services.submit(command, context);
    const told = outcomeOf(events as readonly FiscalYearEvent[], file);
    return { status: 201, body: { id: importId, stream, revision, position, ...told } };
  },
};

const exportFile: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'association',
  params: { year: 'integer' },
  operation: 'ledger.export-sie',
  path: 'fiscal-years/:year/sie-export',
  summary: 'Räkenskapsåret som SIE-fil (4E); format=json listar de tecken som formatet saknar',
  query: exportQuery,
  act: async (request) => {
    const { year } = pathSchema.parse(request.params);
    const { format } = exportQuery.parse(request.query);
    const edge = edgeOf(request);
    const { registered } = await associationState(edge);
    const head = {
      year,
      company: registered?.name ?? '',
      organisationNumber: registered?.organisationNumber ?? null,
      generatedOn: edge.today,
    };
    const db = request.services.databases.association(request.association!);
    const books = await withView(db, [ledgerGroup], {}, (view) => sieBooks(view, head));
    if (!books) throw refuse('ledger/nothing-to-export', { year });
    if (books === 'only-balances') throw refuse('ledger/only-balances', { year });
    const writer = new SieWriter();
    const bytes = Buffer.concat([...writer.write(books)]);
    const { replaced, replacements } = writer;
    if (format === 'json') return { status: 200, body: { replaced, replacements } };
    const headers = {
      'content-disposition': `attachment; filename="${year}.se"`,
      'finsam-replaced-signs': String(replaced),
    };
    return { status: 200, body: bytes, contentType: 'application/octet-stream', headers };
  },
};

export const sieRoutes: readonly Route[] = [
  importFile,
  queryRoute({
    ...ofYear,
    operation: 'ledger.sie-imports',
    path: 'fiscal-years/:year/sie-imports',
    summary: 'Inlästa SIE-filer med vad som var udda i dem',
    answer: async (view, { year }: { year: number }) => ({ imports: await listSieImports(view, year) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.sie-conflicts',
    path: 'fiscal-years/:year/sie-conflicts',
    summary: 'Verifikationer som en nyare fil har med annat innehåll',
    answer: async (view, { year }: { year: number }) => ({ conflicts: await openConflicts(view, year) }),
  }),
  commandRoute({
    params: { year: 'integer' },
    operation: 'ledger.resolve-sie-conflict',
    path: 'fiscal-years/:year/sie-conflicts',
    summary: 'Avgör en avvikelse: behåll det bokförda eller ersätt det',
    command: ResolveImportConflict,
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.imported-budget',
    path: 'fiscal-years/:year/imported-budget',
    summary: 'Budget per konto och månad, som den kom med SIE-filer',
    answer: async (view, { year }: { year: number }) => ({ budget: await importedAmountsOf(view, 'budget', year) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'ledger.imported-comparatives',
    path: 'fiscal-years/:year/imported-comparatives',
    summary: 'Saldon för ett år som inte förs här, ur nästa års SIE-filer',
    answer: async (view, { year }: { year: number }) => ({
      balances: await importedAmountsOf(view, 'comparative', year),
    }),
  }),
  exportFile,
  commandRoute({
    operation: 'ledger.adopt-sie-mapping',
    path: 'sie-mapping',
    summary: 'Bestäm vad bokföringens objekt och konton är i förbundet',
    command: AdoptSieMapping,
  }),
  queryRoute({
    operation: 'ledger.sie-mapping',
    path: 'sie-mapping',
    summary: 'Vad bokföringens objekt och konton är i förbundet',
    groups: [ledgerGroup],
    answer: async (view) => sieMapping(view),
  }),
];
