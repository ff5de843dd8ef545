// An ekonom's files: a template taken out, filled in, tried, and read in; the books of plans say what the file said.
import { type Cell, issueToken, readTable, toCsv, toXlsx } from '@finsam/platform';
import { exampleOf, routeOf, scopeOf, startWorld, withQuery, type World } from './world/world';

jest.setTimeout(30_000);

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);

afterAll(() => world.stop(), 30_000);

type Kind = 'contributions' | 'budget' | 'forecast';

async function download(kind: Kind, format: string): Promise<Buffer> {
  const path = `${world.address(`funding.${kind}-template`)}?format=${format}`;
  const headers = { authorization: `Bearer ${issueToken(world.config, 'association:exempel')}` };
  const answer = await fetch(`${world.url}${path}`, { headers });
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z]+-2026\.(?:csv|xlsx)"$/);
  return Buffer.from(await answer.arrayBuffer());
}

function send(kind: Kind, bytes: Buffer, { year = '2027', dry = false, key = '' } = {}) {
  const operation = `funding.import-${kind}`;
  const query = kind === 'forecast' ? `asOf=${year}-06-30` : exampleOf(operation).query;
  const path = withQuery(world.address(operation, { year }), query, dry ? 'prov=ja' : undefined);
  const headers = { 'content-type': 'application/octet-stream', ...(key !== '' && { 'idempotency-key': key }) };
  return world.call(scopeOf(routeOf(operation)), 'POST', path, { raw: Uint8Array.from(bytes), headers });
}

const text = (text: string): Cell => ({ kind: 'text', text });
const kronor = (text: string): Cell => ({ kind: 'number', text });
const date = (date: string): Cell => ({ kind: 'date', date });
const none: Cell = { kind: 'empty' };

const filled = {
  contributions: [
    [text('medlem'), text('belopp'), text('förfaller 1'), text('förfaller 2'), text('förfaller 3')],
    [text('staten'), kronor('1000000'), date('2027-01-31'), date('2027-05-31'), date('2027-09-30')],
  ],
  budget: [
    ['verksamhet', 'slag', 'medlem', 'budget', 'plan år 2', 'plan år 3'].map(text),
    [text('kansli'), text('bidrag'), text('staten'), kronor('1000000'), kronor('1020000.5'), none],
    [text('kansli'), text('kostnad'), none, kronor('-0.01'), none, none],
  ],
  forecast: [
    ['motivering', 'belopp', 'slag', 'verksamhet'].map(text),
    [text('nej'), kronor('999999.99'), text('kostnad'), text('kansli')],
    [none, kronor('0'), text('bidrag'), text('kansli')],
  ],
} satisfies Record<Kind, Cell[][]>;

const told: Record<Kind, object> = {
  contributions: {
    agreements: [
      {
        memberId: 'staten',
        amountOre: 1_000_000_00,
        instalments: [
          { dueOn: '2027-01-31', amountOre: 33_333_333 },
          { dueOn: '2027-05-31', amountOre: 33_333_333 },
          { dueOn: '2027-09-30', amountOre: 33_333_334 },
        ],
      },
    ],
    totalOre: 1_000_000_00,
  },
  budget: {
    posts: [
      { activity: 'kansli', kind: 'bidrag', member: 'staten', amountOre: 1_000_000_00 },
      { activity: 'kansli', kind: 'kostnad', amountOre: -1 },
    ],
    plan: [{ year: 2028, posts: [{ activity: 'kansli', kind: 'bidrag', member: 'staten', amountOre: 1_020_000_50 }] }],
  },
  forecast: {
    asOf: '2027-06-30',
    posts: [
      { activity: 'kansli', kind: 'kostnad', amountOre: 999_999_99, reason: 'nej' },
      { activity: 'kansli', kind: 'bidrag', amountOre: 0 },
    ],
  },
};

const HEADINGS: Record<Kind, string[]> = {
  contributions: ['medlem', 'belopp', 'förfaller 1'],
  budget: ['verksamhet', 'slag', 'medlem', 'budget', 'plan år 2', 'plan år 3'],
  forecast: ['verksamhet', 'slag', 'medlem', 'belopp', 'motivering'],
};

describe.each(['contributions', 'budget', 'forecast'] as const)('a file of %s', (kind) => {
  const rows = filled[kind];

  it('has a template with the headings that the import reads, in both formats', async () => {
    const [csv, xlsx] = [await readTable(await download(kind, 'csv')), await readTable(await download(kind, 'xlsx'))];
    expect(csv.rows).toEqual(xlsx.rows);
    const headings = csv.rows[0]!.map((cell) => (cell.kind === 'text' ? cell.text : ''));
    expect(headings).toEqual(HEADINGS[kind]);
    // Contributions come with a row for each member that pays.
    const rows = csv.rows.slice(1);
    if (kind === 'contributions') expect(rows).toContainEqual([text('staten')]);
    else expect(rows).toEqual([]);
    expect((await download(kind, 'xlsx')).equals(await download(kind, 'xlsx'))).toBe(true);
  });

  it('is tried first: what would be written is shown, and nothing is', async () => {
    const before = await world.marks();
    const tried = await send(kind, toXlsx({ rows }), { dry: true });
    const { check: _, ...said } = tried.json as { check?: object };
    expect([tried.status, said]).toEqual([200, { dryRun: true, events: 1, year: 2027, readAs: 'XLSX', ...told[kind] }]);
    expect(await world.marks()).toEqual(before);
  });

  it('says the same as CSV and as XLSX, and then has had its effect', async () => {
    const asCsv = toCsv({ rows });
    const tried = await send(kind, asCsv, { dry: true });
    expect(tried.json).toMatchObject({ readAs: 'CSV i UTF-8 med semikolon', ...told[kind] });
    const taken = await send(kind, toXlsx({ rows }), { key: `file-of-${kind}` });
    expect([taken.status, taken.json]).toEqual([201, expect.objectContaining({ revision: 0, ...told[kind] })]);
    const repeated = await send(kind, toXlsx({ rows }), { key: `file-of-${kind}` });
    expect([repeated.status, repeated.json]).toEqual([201, taken.json]);
    const again = await send(kind, asCsv);
    expect([again.status, again.json]).toMatchObject([200, { revision: 0 }]);
    expect((await send(kind, asCsv, { dry: true })).json).toMatchObject({ events: 0 });
  });
});

it('holds contributions against the law when it tries them, whatever is agreed already', async () => {
  const tried = await send('contributions', toCsv({ rows: filled.contributions }), { dry: true });
  const { check } = tried.json as { check: { agreedOre: number; parts: { part: string; agreedOre: number | null }[] } };
  expect(check.agreedOre).toBe(1_000_000_00);
  expect(check.parts.find(({ part }) => part === 'stat')).toMatchObject({ agreedOre: 1_000_000_00 });
});

it('shows the budget that was read in', async () => {
  const taken = await send('budget', toCsv({ rows: filled.budget }), { year: '2031' });
  const { position } = taken.json as { position: number };
  const path = `${world.address('funding.budget', { year: '2031' })}?atLeast=${position}`;
  const { json } = await world.call('association:exempel', 'GET', path);
  expect(json).toMatchObject({ posts: [{ activity: 'kansli', amountOre: 1_000_000_00 }, { amountOre: -1 }] });
});
