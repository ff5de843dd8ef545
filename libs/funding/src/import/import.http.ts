// Contributions, budgets and forecasts from files, over HTTP: the template to fill in, a dry run, and the import.
import { associationsGroup, memberFacts, payingMemberFacts } from '@finsam/associations';
import { businessDateSchema, type Command, decisionRefSchema } from '@finsam/kernel';
import {
  type ActionRequest,
  type ActionRoute,
  type Cell,
  type Columns,
  type Edge,
  readTable,
  type Table,
  templateOf,
  toCsv,
  toXlsx,
  type View,
  withView,
  yearParameter,
} from '@finsam/platform';
import { z } from 'zod';
import { checkOfYear } from '../contributions/check-of-year';
import { fundingGroup } from '../room';
import { readContributions } from './read-contributions';
import { readBudget, readForecast } from './read-plans';
import { budgetColumns, contributionColumns, forecastColumns } from './templates';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const upload = { maxBytes: 5_242_880, types: ['text/csv', XLSX, 'application/octet-stream'] } as const;

/** `prov=ja` says what would happen, and nothing happens. */
const dryRun = { prov: z.literal('ja').optional() };
const decisionQuery = decisionRefSchema.extend(dryRun);
const forecastQuery = z.strictObject({ asOf: businessDateSchema, ...dryRun });
const formatQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']) });
const pathSchema = z.object({
  year: yearParameter,
});

const tryGroups = [fundingGroup, associationsGroup];

type Facts = { readonly members: string[] };

interface Import<Q extends { prov?: 'ja' | undefined }, Told extends object> {
  readonly kind: 'contributions' | 'budget' | 'forecast';
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject & z.ZodType<Q>;
  readonly columns: Columns;
  readonly facts: (asking: Pick<Edge, 'association' | 'commands'>) => Promise<Facts>;
  readonly command: string;
  /** The command's own fields, and what the answer tells of them. */
  readonly read: (table: Table, year: number, query: Q, facts: Facts) => { data: object; told: Told };
  /** What a dry run tells besides. */
  readonly tried?: (view: View, year: number, told: Told) => Promise<object>;
  /** Rows that the template comes with. */
  readonly rows?: (facts: Facts) => readonly (readonly Cell[])[];
}

function importRoutes<Q extends { prov?: 'ja' | undefined }, Told extends object>(of: Import<Q, Told>): ActionRoute[] {
  const common = { kind: 'action', audience: 'association', params: { year: 'integer' } } as const;
  return [
    {
      ...common,
      method: 'post',
      operation: `funding.import-${of.kind}`,
      path: `${of.path}/:year/import`,
      summary: of.summary,
      query: of.query,
      upload,
      act: (request) => importFile(of, request),
    },
    {
      ...common,
      method: 'get',
      operation: `funding.${of.kind}-template`,
      path: `${of.path}/:year/template`,
      summary: `${of.summary}: mallen att fylla i`,
      query: formatQuery,
      act: (request) => template(of, request),
    },
  ];
}

const askingOf = ({ association, services: { commands } }: ActionRequest) => ({ association: association!, commands });

async function importFile<Q extends { prov?: 'ja' | undefined }, Told extends object>(
  of: Import<Q, Told>,
  request: ActionRequest,
) {
  const { association, commandId, actor, correlationId, services, file } = request;
  const { year } = pathSchema.parse(request.params);
  const query = of.query.parse(request.query);
  const table = await readTable(file!);
  const facts = await of.facts(askingOf(request));
  const { data, told } = of.read(table, year, query, facts);
  const command: Command = { type: of.command, data: { ...data, year, facts } };
  const answer = { year, readAs: table.readAs, ...told };
  if (query.prov) {
    const events = await services.commands.preview(command, association!);
    const db = services.databases.association(association!);
    const more = of.tried && (await withView(db, tryGroups, {}, (view) => of.tried!(view, year, told)));
    return { status: 200, body: { dryRun: true, events: events.length, ...answer, ...more } };
  }
  const context = { association: association!, commandId, actor, correlationId };
  const { stream, revision, position, events } = await services.submit(command, context);
  return { status: events.length > 0 ? 201 : 200, body: { stream, revision, position, ...answer } };
}

async function template(of: Pick<Import<never, never>, 'columns' | 'facts' | 'rows' | 'path'>, request: ActionRequest) {
  const { year } = pathSchema.parse(request.params);
  const { format } = formatQuery.parse(request.query);
  const rows = of.rows?.(await of.facts(askingOf(request))) ?? [];
  const table = templateOf(of.columns, rows);
  const name = `${of.path}-${year}.${format}`;
  return {
    status: 200,
    headers: { 'content-disposition': `attachment; filename="${name}"` },
    ...(format === 'csv'
      ? { contentType: 'text/csv; charset=utf-8', body: toCsv(table) }
      : { contentType: XLSX, body: toXlsx({ sheet: String(year), ...table }) }),
  };
}

export const fundingImportRoutes: readonly ActionRoute[] = [
  ...importRoutes({
    kind: 'contributions',
    path: 'contributions',
    summary: 'Läs in årets medlemsbidrag från en fil',
    query: decisionQuery,
    columns: contributionColumns,
    facts: payingMemberFacts,
    command: 'AgreeContributions',
    read: (table, year, { prov: _, ...decision }, { members }) => {
      const { agreements, totalOre } = readContributions(table, year, members);
      return { data: { agreements, decision }, told: { agreements, totalOre } };
    },
    // A deviation from the law's shares is a warning and refuses nothing.
    tried: async (view, year, { agreements }) => ({ check: await checkOfYear(view, year, agreements) }),
    rows: ({ members }) => members.map((member) => [{ kind: 'text', text: member }]),
  }),
  ...importRoutes({
    kind: 'budget',
    path: 'budgets',
    summary: 'Läs in budgeten från en fil',
    query: decisionQuery,
    columns: budgetColumns,
    facts: memberFacts,
    command: 'AdoptBudget',
    read: (table, year, { prov: _, ...decision }, { members }) => {
      const budget = readBudget(table, year, members);
      return { data: { ...budget, decision }, told: budget };
    },
  }),
  ...importRoutes({
    kind: 'forecast',
    path: 'forecasts',
    summary: 'Läs in en helårsprognos från en fil',
    query: forecastQuery,
    columns: forecastColumns,
    facts: memberFacts,
    command: 'MakeForecast',
    read: (table, _, { asOf }, { members }) => {
      const forecast = { asOf, ...readForecast(table, members) };
      return { data: forecast, told: forecast };
    },
  }),
];
