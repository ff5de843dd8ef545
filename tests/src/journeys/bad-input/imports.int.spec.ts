// Files of contributions, budgets and forecasts that are refused: whole, with every row and column at fault, as CSV and
// as XLSX, in a dry run as in earnest. Nothing of them is ever written.
import { type Cell, toXlsx } from '@finsam/platform';
import { tableFiles } from '@finsam/platform/testing';
import { type Expected, faultsOf, SECRET } from '../world/refusal';
import { exampleOf, routeOf, scopeOf, startWorld, withQuery, type World } from '../world/world';

jest.setTimeout(30_000);

let world: World;
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  const body = { memberId: 'arbetsformedlingen', name: 'Arbetsförmedlingen', kind: 'stat', pays: false };
  await world.send('associations.join-member', { body: { ...body, from: '2020-01-01' } });
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

type Kind = 'contributions' | 'budget' | 'forecast';

interface RefusedFile {
  readonly kind: Kind;
  readonly what: string;
  readonly rows: readonly string[];
  readonly type: string;
  /** Every pointer of the answer. */
  readonly pointers: readonly string[];
}

const FAULTY = 'table/faulty-cells';
const file = (
  kind: Kind,
  what: string,
  rows: readonly string[],
  pointers: readonly string[],
  type = FAULTY,
): RefusedFile => {
  return { kind, what, rows, pointers, type };
};
const of =
  (kind: Kind, head: string) =>
  (what: string, rows: readonly string[], ...pointers: string[]) =>
    file(kind, what, [head, ...rows], pointers);

const contributions = of('contributions', 'medlem;belopp');
const instalments = of('contributions', 'medlem;belopp;förfaller 1;förfaller 2');
const budget = of('budget', 'verksamhet;slag;medlem;budget;plan år 2;plan år 3');
const forecast = of('forecast', 'verksamhet;slag;medlem;belopp;motivering');

const AMOUNTS = ['0x10', '1e3', '1,234', '1,005', '٧', '7 kr', '=1+1', '+7', 'NaN', '9007199254740993', '1.000,50'];

const refused: readonly RefusedFile[] = [
  contributions('a member that there is not', ['okand;1'], '/rader/2/medlem'),
  contributions('a member that does not pay', ['arbetsformedlingen;1'], '/rader/2/medlem'),
  contributions('a member twice', ['staten;1', 'staten;2'], '/rader/3/medlem'),
  contributions(
    'nothing, and less than nothing',
    ['staten;0', ';-1'],
    '/rader/2/belopp',
    '/rader/3/medlem',
    '/rader/3/belopp',
  ),
  contributions('no amount', ['staten;'], '/rader/2/belopp'),
  ...AMOUNTS.map((amount) => contributions(`what is no amount: ${amount}`, [`staten;${amount}`], '/rader/2/belopp')),
  ...['=staten', '+staten', '-staten', '@staten', 'Staten', "'=staten", '\uff1dstaten'].map((code) =>
    contributions(`what is no code: ${code}`, [`${code};1`], '/rader/2/medlem'),
  ),
  instalments('days in another order', ['staten;2;2026-07-01;2026-01-31'], '/rader/2/förfaller'),
  instalments('a day far from the year', ['staten;2;2029-01-31;'], '/rader/2/förfaller'),
  instalments('a day that there is not', ['staten;2;2026-02-30;'], '/rader/2/förfaller 1'),
  instalments('less than an öre for each day', ['staten;0,01;2026-01-31;2026-07-31'], '/rader/2/belopp'),
  budget('a member that there is not', ['kansli;bidrag;okand;1;;'], '/rader/2/medlem'),
  budget('a post twice', ['kansli;kostnad;;1;;', 'kansli;kostnad;;2;;'], '/rader/3/verksamhet'),
  budget('no amount at all', ['kansli;kostnad;;;;', 'a;b;;1;;'], '/rader/2/budget'),
  budget('a plan only', ['kansli;kostnad;;;1;'], '/rader/2/budget'),
  budget('a plan for year 3, but none for year 2', ['kansli;kostnad;;1;;1'], '/rader/2/plan år 2'),
  budget('more than a plan may be', ['a;b;;100000000000;;', 'a;c;;0,01;;'], '/rader/2/budget'),
  budget(
    'many things at once',
    ['=a;;okand;x;1,234;', ';kostnad;;1;;'],
    ...['verksamhet', 'slag', 'medlem', 'budget', 'plan år 2'].map((heading) => `/rader/2/${heading}`),
    '/rader/3/verksamhet',
  ),
  forecast('a post twice', ['kansli;kostnad;staten;1;', 'kansli;kostnad;staten;1;x'], '/rader/3/verksamhet'),
  forecast('a reason of two lines', ['kansli;kostnad;;1;\u202ex'], '/rader/2/motivering'),
  forecast('a reason that is a formula', ["kansli;kostnad;;1;=cmd|'/c calc'!A0"], '/rader/2/motivering'),
  forecast('a reason with a personnummer', ['kansli;kostnad;;1;Ersätter 19121212-1212'], '/rader/2/motivering'),
  file(
    'forecast',
    'other headings',
    ['verksamhet;slag;summa', 'a;b;1'],
    ['/rader/1/C', '/rader/1/belopp'],
    'table/headings',
  ),
  file('budget', 'headings only', ['verksamhet;slag;budget'], [], 'table/no-rows'),
  file(
    'contributions',
    '201 rows',
    ['medlem;belopp', ...Array.from({ length: 201 }, () => 'staten;1')],
    [],
    'table/too-many-rows',
  ),
];

const cellsOf = (line: string) =>
  line.split(';').map((text): Cell => (text === '' ? { kind: 'empty' } : { kind: 'text', text }));

/** Sends a file as CSV in earnest and as XLSX in a dry run; what is wrong with either refusal. */
async function faultsIn(kind: Kind, rows: readonly string[], expected: Expected, pointers: readonly string[]) {
  const operation = `funding.import-${kind}`;
  const tries = [
    { what: 'CSV', bytes: Buffer.from(rows.join('\n')), dry: undefined },
    { what: 'XLSX', bytes: toXlsx({ rows: rows.map(cellsOf) }), dry: 'prov=ja' },
  ];
  const found: string[] = [];
  for (const { what, bytes, dry } of tries) {
    const path = withQuery(world.address(operation), exampleOf(operation).query, dry);
    const sent = { raw: Uint8Array.from(bytes), headers: { 'content-type': 'application/octet-stream' } };
    const answer = await world.call(scopeOf(routeOf(operation)), 'POST', path, sent);
    const errors = (answer.json as { errors?: { pointer: string }[] }).errors ?? [];
    const faults = faultsOf(answer, expected);
    const told = errors.map(({ pointer }) => pointer);
    if (JSON.stringify(told) !== JSON.stringify(pointers)) faults.push(`points at ${told.join(' ')}`);
    found.push(...faults.map((fault) => `${what} ${fault}`));
  }
  return found;
}

it.each(refused)('$kind with $what', async ({ kind, rows, type, pointers }) => {
  expect(await faultsIn(kind, rows, { status: 422, type }, pointers)).toEqual([]);
});

it('repeats nothing of what stood in a file', async () => {
  const rows = [`verksamhet;slag;belopp;${SECRET}`, `${SECRET};${SECRET};${SECRET};${SECRET}`];
  expect(await faultsIn('forecast', rows, { type: 'table/headings' }, ['/rader/1/D'])).toEqual([]);
  const cells = ['verksamhet;slag;belopp', `${SECRET};${SECRET};${SECRET};${SECRET}`];
  const pointers = ['', '/verksamhet', '/slag', '/belopp'].map((heading) => `/rader/2${heading}`);
  expect(await faultsIn('forecast', cells, { type: FAULTY }, pointers)).toEqual([]);
});

it('says how many faults there are, and tells of the first hundred', async () => {
  const rows = ['verksamhet;slag;belopp', ...Array.from({ length: 300 }, (_, n) => `a${n};b;x`)];
  const operation = 'funding.import-forecast';
  const answer = await world.send(operation, { raw: rows.join('\n') });
  expect(faultsOf(answer, { status: 422, type: FAULTY })).toEqual([]);
  const { errors, facts } = answer.json as { errors: unknown[]; facts: { count: number } };
  expect([errors.length, facts.count]).toEqual([100, 300]);
  expect(errors[7]).toEqual({
    pointer: '/rader/9/belopp',
    detail: 'Rad 9, kolumn C (belopp): är inget belopp. Skriv kronor, till exempel 1 234 567,50.',
    row: 9,
    column: 'C',
  });
});

it.each([
  ['no file of rows', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 422, 'table/not-text'],
  ['a PDF called CSV', Buffer.from('%PDF-1.7'), 415, 'table/unknown-format'],
  ['a workbook with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'table/locked'],
  ['half a workbook', toXlsx({ rows: [] }).subarray(0, 500), 422, 'table/broken'],
  ['a quote without end', Buffer.from('verksamhet;slag;belopp\n"a;b;1'), 422, 'table/quotes'],
])('refuses %s', async (_, bytes, status, type) => {
  const answer = await world.send('funding.import-forecast', { raw: Uint8Array.from(bytes) });
  expect(faultsOf(answer, { status, type })).toEqual([]);
});

const { bookOf, inline, partsOf, rawEntries, rawZip, row, value } = tableFiles;
const head = row(1, ...['verksamhet', 'slag', 'belopp'].map((word, index) => inline(`${'ABC'[index]}1`, word)));
const post = row(2, inline('A2', 'kansli'), inline('B2', 'kostnad'), value('C2', 1));
const data = head + post;
const withFormula = head + post.replace('<v>1</v>', "<f>cmd|'/c calc'!A0</f><v>1</v>");
const bomb = { name: 'xl/bomb.xml', content: Buffer.alloc(20_000_000), packed: true };
const fill = { name: 'x', content: Buffer.from('x') };
const fills = Array.from({ length: 10_000 }, (_, n) => ({ ...fill, name: `x${n}` }));
const laughs = { ...partsOf(), 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' };
const deep = { ...partsOf(), 'xl/worksheets/sheet1.xml': '<a>'.repeat(10_000) + '</a>'.repeat(10_000) };
const emptyRows = Array.from({ length: 1_048_576 }, (_, n) => `<row r="${n + 1}"/>`).join('');
const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

it.each<readonly [string, Buffer, string]>([
  ['a formula, here a command', bookOf({ data: withFormula }), FAULTY],
  ['a merged heading', bookOf({ data, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }), 'table/headings'],
  ['a hidden row', bookOf({ data: head + post.replace('<row', '<row hidden="1"') }), FAULTY],
  ['a hidden sheet', bookOf({ data, sheetState: 'hidden' }), 'table/sheets'],
  ['macros', bookOf({ data, type: macro }), 'table/unsafe'],
  ['a link to another file', bookOf({ data, more: { 'xl/externalLinks/externalLink1.xml': '' } }), 'table/unsafe'],
  ['a document type with entities', tableFiles.zipOf(laughs), 'table/unsafe'],
  ['10 000 levels', tableFiles.zipOf(deep), 'table/broken'],
  ['1 048 576 empty rows', rawZip(rawEntries(partsOf({ data: emptyRows }))), 'table/headings'],
  ['a bomb in it', rawZip([...rawEntries(partsOf({ data })), bomb]), 'table/too-heavy'],
  ['10 000 parts', rawZip([...rawEntries(partsOf({ data })), ...fills]), 'table/too-heavy'],
  ['a part twice', rawZip([...rawEntries(partsOf({ data })), fill, fill]), 'table/broken'],
])('refuses a workbook with %s', async (_, bytes, type) => {
  const answer = await world.send('funding.import-forecast', { raw: Uint8Array.from(bytes) });
  expect(faultsOf(answer, { status: 422, type })).toEqual([]);
});

it('would have taken the same workbook without them', async () => {
  const operation = 'funding.import-forecast';
  const path = withQuery(world.address(operation), exampleOf(operation).query, 'prov=ja');
  const sent = { raw: Uint8Array.from(bookOf({ data })), headers: { 'content-type': 'application/octet-stream' } };
  const { status, json } = await world.call(scopeOf(routeOf(operation)), 'POST', path, sent);
  expect([status, json]).toMatchObject([200, { events: 1, posts: [{ activity: 'kansli', amountOre: 100 }] }]);
});

it('refuses what the command refuses, with a pointer at where it was said', async () => {
  const operation = 'funding.import-forecast';
  for (const dry of [undefined, 'prov=ja']) {
    const path = withQuery(world.address(operation), 'asOf=2025-06-30', dry);
    const sent = { raw: String(exampleOf(operation).file!.text), headers: { 'content-type': 'text/csv' } };
    const answer = await world.call(scopeOf(routeOf(operation)), 'POST', path, sent);
    expect(faultsOf(answer, { status: 422, type: 'funding/date-outside-year', pointer: '/asOf' })).toEqual([]);
  }
});
