// A small association that talks to the service as its office would: it sends, and reads what it has just sent.
import { type Answer, type TestService, testService } from '../../service';
import { smallBalanceSheet, smallStatement } from './layouts';

export type Said = Readonly<Record<string, unknown>>;

export interface SmallAssociation {
  readonly service: TestService;
  /** The answer's body. Fails the test unless the request is taken. */
  post(path: string, body: object): Promise<Said>;
  /** A request that may be refused. */
  tryPost(path: string, body: object, key?: string): Promise<Answer>;
  /** One amount in kronor between an account and the bank, on the office's activity. */
  book(
    kind: 'contributions' | 'costs' | 'incomes' | 'interest',
    account: number,
    kronor: number,
    more?: object,
  ): Promise<Said>;
  get(path: string): Promise<Answer>;
  /** Reads what the latest effect has made. */
  read(path: string): Promise<Said>;
  /** The position of the latest effect. */
  position(): number;
}

export async function smallAssociation(slug: string): Promise<SmallAssociation> {
  const service = await testService();
  const base = `/v1/associations/${slug}`;
  let position = 0;
  const tryPost: SmallAssociation['tryPost'] = async (path, body, key) => {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    const to = path === '' ? '/v1/associations' : `${base}/${path}`;
    const answer = await service.call(path === '' ? 'operator' : `association:${slug}`, 'POST', to, { body, headers });
    position = Math.max(position, Number((answer.json as Said)['position'] ?? 0));
    return answer;
  };
  const post: SmallAssociation['post'] = async (path, body) => {
    const answer = await tryPost(path, body);
    expect([path, answer.text, answer.status < 300]).toEqual([path, answer.text, true]);
    return answer.json as Said;
  };
  const get = (path: string) => service.call(`association:${slug}`, 'GET', `${base}${path}`);
  return {
    service,
    post,
    tryPost,
    get,
    position: () => position,
    book: (kind, account, kronor, more = {}) => {
      const amountOre = Math.round(kronor * 100);
      const posting = { activity: 'kansli', account, against: 1910, amountOre, date: '2024-03-15', text: 'Löpande' };
      return post(`fiscal-years/2024/${kind}`, { ...posting, ...more });
    },
    read: async (path) => {
      const answer = await get(`${path}${path.includes('?') ? '&' : '?'}atLeast=${position}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(Number(answer.headers.get('finsam-position'))).toBeGreaterThanOrEqual(position);
      return answer.json as Said;
    },
  };
}

export const decided = (paragraph: number) => ({
  decision: { body: 'styrelse', on: '2024-02-09', paragraph: String(paragraph) },
});

export const NAME = 'Samordningsförbundet Lillan';

/** From nothing to books that are open: registration, members, layouts, chart and opening balances. */
export async function openBooks({ post }: SmallAssociation): Promise<void> {
  await post('', { name: NAME, slug: 'lillan' });
  const joined = { from: '2020-01-01' };
  await post('members', { ...joined, memberId: 'kommunen', name: 'Kommunen', kind: 'kommun' });
  await post('members', { ...joined, memberId: 'staten', name: 'Försäkringskassan', kind: 'stat' });
  await post('members', { ...joined, memberId: 'regionen', name: 'Regionen', kind: 'region' });
  await post('layouts', { layout: smallStatement, ...decided(1) });
  await post('layouts', { layout: smallBalanceSheet, ...decided(2) });
  await post('fiscal-years', { year: 2024, books: 'own' });
  const accounts = [1910, 2010, 3510, 3530, 5010, 6010, 8310].map((account) => ({ account, name: `Konto ${account}` }));
  await post('fiscal-years/2024/accounts', { accounts });
  await post('fiscal-years/2024/activities', { activities: [{ activity: 'kansli', name: 'Kansli' }] });
  const balances = [1, -1].map((sign) => ({ account: sign > 0 ? 1910 : 2010, amountOre: sign * 90_000_00 }));
  await post('fiscal-years/2024/opening-balances', { balances });
}

interface Statement {
  readonly layout: { readonly id: string };
  readonly rows: readonly { readonly id: string; readonly cells: readonly { readonly ore: number | null }[] }[];
}

/** A row's öre, column by column. */
export function rowOf(statements: unknown, layout: string, row: string): (number | null)[] {
  const table = (statements as readonly Statement[]).find(({ layout: { id } }) => id === layout);
  return table!.rows.find(({ id }) => id === row)!.cells.map(({ ore }) => ore);
}
