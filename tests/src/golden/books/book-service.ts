// Documents retold that the demo does not load: their associations seeded over HTTP as the demo's are, and their
// statements read back for the periods that the columns of the print are about.
import { seedDemo } from '@finsam/cli';
import type { Ore } from '@finsam/kernel';
import { listAssociations, recordOf } from '@finsam/platform';
import type { ReportDocument } from '@finsam/reporting';
import { readRequests } from '../demo/demo-files';
import type { TestService } from '../../service';

export type Statement = ReportDocument['statements'][number];

export interface Balance {
  readonly account: number;
  readonly activity: string | null;
  readonly amountOre: Ore;
}

export interface Book {
  /** All statements of the association for a period. */
  statements(period: string): Promise<readonly Statement[]>;
  /** By account and activity, at the end of the period. */
  balances(year: number, period?: string): Promise<readonly Balance[]>;
  /** Asks the association's own API once everything that was sent can be seen. */
  get(path: string): Promise<unknown>;
}

/** An association of its own, as `books/<slug>.json` tells it. */
export async function seedBook({ url, config, call, service }: TestService, slug: string): Promise<Book> {
  await seedDemo(url, config, { ...readRequests(__dirname, slug), reports: [] });
  const { databases, store } = service.installation;
  const association = (await listAssociations(databases)).find((known) => known.slug === slug);
  const head = await store.head(recordOf(association!.id));
  const get = async (path: string): Promise<unknown> => {
    const separator = path.includes('?') ? '&' : '?';
    const address = `/v1/associations/${slug}/${path}${separator}atLeast=${head}`;
    const { status, json, text } = await call(`association:${slug}`, 'GET', address);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return json;
  };
  return {
    statements: async (period) =>
      ((await get(`statements?period=${period}`)) as { statements: Statement[] }).statements,
    balances: async (year, period = String(year)) =>
      ((await get(`fiscal-years/${year}/balances?period=${period}`)) as { balances: Balance[] }).balances,
    get,
  };
}

export function statementOf(statements: readonly Statement[], layout: string): Statement {
  const found = statements.find((table) => table.layout.id === layout);
  if (!found) throw new Error(`there is no statement ${layout}`);
  return found;
}

/** The öre of a cell; null where it is blank. */
export function oreAt(statements: readonly Statement[], place: string): Ore | null {
  const [layout = '', row, column] = place.split('/');
  const table = statementOf(statements, layout);
  const index = table.columns.findIndex(({ id }) => id === column);
  const found = table.rows.find(({ id }) => id === row)?.cells[index];
  if (!found) throw new Error(`there is no cell ${place}`);
  return found.ore;
}
