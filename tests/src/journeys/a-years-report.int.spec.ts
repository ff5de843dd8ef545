// How a year is told: statements that stay as they were shown, a report that is ordered, adopted and published, and
// books that are closed.
import { createHash } from 'node:crypto';
import { faultsOf } from './world/refusal';
import {
  decided,
  NAME,
  openBooks,
  rowOf,
  type Said,
  type SmallAssociation,
  smallAssociation,
} from './world/small-association';
import { reportDone } from './world/world';

const ORDER = { type: 'delarsrapport', period: '2024-H1' };
const PERIOD = '/statements?period=2024-H1';

let lillan: SmallAssociation;
let reportId: string;
let json: string;
/** What the statements showed at a position when it was the latest. */
const shownAt = new Map<number, string>();

beforeAll(async () => {
  lillan = await smallAssociation('lillan');
  await openBooks(lillan);
}, 60_000);

afterAll(() => lillan.service.stop(), 30_000);

const statementsAt = async (position: number) => (await lillan.get(`${PERIOD}&at=${position}`)).text;
const document = async (id: string, query = '') => await lillan.get(`/reports/${id}/document${query}`);

it('shows the statements as they are after each booking', async () => {
  const look = async () => {
    await lillan.read(PERIOD);
    shownAt.set(lillan.position(), await statementsAt(lillan.position()));
  };
  await look();
  await lillan.book('contributions', 3530, 500_000.49, { memberId: 'staten' });
  await look();
  await lillan.book('costs', 5010, 123_456.78);
  await look();
  await lillan.post('forecasts/2024', {
    asOf: '2024-06-30',
    posts: [{ activity: 'kansli', kind: 'kostnad', amountOre: 300_000_00 }],
  });
  await look();
  const { statements } = (await lillan.read(PERIOD)) as { statements: unknown };
  expect(rowOf(statements, 'resultatrakning', 'resultat')[0]).toBe(376_543_71);
  expect(new Set(shownAt.values()).size).toBe(shownAt.size);
});

it('shows the same statements as a file for a spreadsheet and as a page, at any position', async () => {
  const [first = 0] = shownAt.keys();
  const form = (format: string, at: number) => lillan.get(`${PERIOD}&format=${format}&at=${at}`);
  const [csv, page] = [await form('csv', lillan.position()), await form('html', lillan.position())];
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(csv.text).toContain(';376543,71;');
  expect(page.text).toContain('376\u00a0544');
  expect(page.headers.get('finsam-position')).toBe(String(lillan.position()));
  expect((await form('csv', first)).text).not.toContain('376543,71');
  expect(await form('json', lillan.position())).toMatchObject({ text: shownAt.get(lillan.position()) });
  expect(faultsOf(await form('xlsx', first), { pointer: '/format' })).toEqual([]);
});

it('is given one run for an order that is sent twice', async () => {
  const orders = await Promise.all([1, 2].map(() => lillan.tryPost('reports', ORDER, 'order-of-the-half-year')));
  expect(orders.map(({ status }) => status)).toEqual([202, 202]);
  const [first, second] = orders.map((answer) => answer.json as Said);
  expect(first).toEqual({ ...second, status: first!['status'] });
  reportId = String(first!['reportId']);
  expect(orders[0]!.headers.get('location')).toBe(`/v1/associations/lillan/reports/${reportId}`);
  await reportDone(lillan.service, orders[0]!.headers.get('location')!);
  const runs = (await lillan.get('/reports')).json as { reports: Said[] };
  expect(runs.reports).toMatchObject([{ ...ORDER, reportId, status: 'done', position: lillan.position() }]);
});

it('is given the report as a record and as a page', async () => {
  const [record, page] = [await document(reportId), await document(reportId, '?format=html')];
  json = record.text;
  for (const { text, headers } of [record, page]) {
    expect(headers.get('etag')).toBe(`"${createHash('sha256').update(text).digest('hex')}"`);
  }
  expect(record.json).toMatchObject({
    association: { slug: 'lillan', name: NAME },
    period: { from: '2024-01-01', to: '2024-06-30' },
    participants: null,
    published: { figures: { income: 500_000_49, cost: 123_456_78, result: 376_543_71, assets: 466_543_71 } },
  });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const text of [NAME, 'Delårsrapport', '500\u00a0000', '123\u00a0457', '376\u00a0544']) {
    expect(page.text).toContain(text);
  }
  expect(page.text).not.toMatch(/<script|https?:\/\//);
});

it('gets the same bytes whenever it orders the same', async () => {
  const again = (await lillan.tryPost('reports', ORDER)).json as { reportId: string; location: string };
  expect(again.reportId).not.toBe(reportId);
  await reportDone(lillan.service, again.location);
  expect((await document(again.reportId)).text).toBe(json);
});

it('adopts the report before it publishes it', async () => {
  const early = await lillan.tryPost(`reports/${reportId}/publication`, decided(9));
  expect(faultsOf(early, { status: 409, type: 'report/not-adopted' })).toEqual([]);
  const status = async () => (await lillan.read(`/reports/${reportId}/decisions`))['status'];
  expect(await status()).toBeNull();
  await lillan.post(`reports/${reportId}/adoption`, decided(8));
  expect(await status()).toBe('adopted');
  await lillan.post(`reports/${reportId}/publication`, decided(9));
  expect(await status()).toBe('published');
});

it('books on, and what was said before stays as it was said', async () => {
  await lillan.book('costs', 6010, 50_000, { date: '2024-06-30' });
  const { statements } = (await lillan.read(PERIOD)) as { statements: unknown };
  expect(rowOf(statements, 'resultatrakning', 'resultat')[0]).toBe(326_543_71);
  expect((await document(reportId)).text).toBe(json);
  for (const [position, shown] of shownAt) expect([position, await statementsAt(position)]).toEqual([position, shown]);
});

it('takes nothing more into a year that is closed', async () => {
  await lillan.post('fiscal-years/2024/closing', decided(10));
  const cost = {
    activity: 'kansli',
    account: 6010,
    against: 1910,
    amountOre: 100,
    date: '2024-12-31',
    text: 'För sent',
  };
  const late = {
    costs: cost,
    accounts: { accounts: [{ account: 6020, name: 'Nytt' }] },
    vouchers: {
      date: '2024-12-31',
      text: 'För sent',
      rows: [1, -1].map((amountOre) => ({ account: 1910, amountOre })),
    },
  };
  const before = lillan.position();
  for (const [kind, body] of Object.entries(late)) {
    const answer = await lillan.tryPost(`fiscal-years/2024/${kind}`, body);
    expect(faultsOf(answer, { status: 409, type: 'ledger/year-closed' })).toEqual([]);
  }
  expect((await lillan.read('/fiscal-years'))['fiscalYears']).toMatchObject([{ fiscal_year: 2024, status: 'closed' }]);
  expect(lillan.position()).toBe(before);
  for (const [position, shown] of shownAt) expect([position, await statementsAt(position)]).toEqual([position, shown]);
});
