// Files that are wrong, over HTTP: refused in words with their line, and without a trace. Rows F1 to F7 of bad input.
import { exampleOf, startWorld, type World, withQuery } from '../world/world';
import { faultsOf } from '../world/refusal';

const OPERATION = 'ledger.import-sie';
let world: World;
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  const body = { year: 2021, books: 'imported' };
  expect(await world.send('ledger.open-year', { body })).toMatchObject({ status: 201 });
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A file that was refused, or only tried, has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const valid = exampleOf(OPERATION).file!.text.replaceAll('2022', '2021');
const rows = ['#VER B 1 20210301 "Köp"', '{', '#TRANS 1910 {} 1.00', '#TRANS 3530 {} -1.00', '}'];
const voucher = rows.join('\n');

const send = (raw: string | Buffer, query = '', year = '2021') =>
  world.call('operator', 'POST', withQuery(world.address(OPERATION, { year }), query), {
    raw: raw as string,
    headers: { 'content-type': 'application/octet-stream' },
  });

it.each([
  ['is no SIE file', 'konto;belopp\n1910;5\n', 'sie/not-sie'],
  ['is of type 5', '<?xml version="1.0"?><sie/>', 'sie/xml'],
  ['says a type there is not', valid.replace('#SIETYP 4', '#SIETYP 9'), 'sie/unknown-type'],
  ['is of another year', valid.replaceAll('2021', '2020'), 'sie/other-year'],
  ['is in another currency', `${valid}#VALUTA EUR\n`, 'sie/other-currency'],
  ['has been changed since its checksum', `${valid}#KSUMMA\n#IB 0 2010 0\n#KSUMMA 1\n`, 'sie/wrong-checksum'],
  ['leaves a quote open', `${valid}#KONTO 2010 "Eget\n`, 'sie/open-quote'],
  ['leaves a voucher open', `${valid}${rows.slice(0, -1).join('\n')}\n`, 'sie/open-voucher'],
  ['has a voucher of one öre too much', `${valid}${voucher.replace('-1.00', '-1.01')}\n`, 'sie/unbalanced-voucher'],
  ['has three decimals', `${valid}${voucher.replace('1.00', '1.000')}\n`, 'sie/not-an-amount'],
  ['has a comma in an amount', `${valid}${voucher.replace('1.00', '"1 234,50"')}\n`, 'sie/not-an-amount'],
  ['has less than nothing', `${valid}#UB 0 2010 -0\n`, 'sie/not-an-amount'],
  ['has a number twice', `${valid}${voucher}\n${voucher}\n`, 'sie/number-twice'],
  ['has a line that is too long', `${valid}#PROSA ${'x'.repeat(70_000)}\n`, 'sie/line-too-long'],
])('refuses a file that %s', async (_, text, type) => {
  expect(faultsOf(await send(text), { status: 422, type })).toEqual([]);
});

it('names the line', async () => {
  const answer = await send(`${valid}${voucher.replace('-1.00', '-1.01')}\n`);
  const line = valid.split('\n').length;
  expect(answer.json).toMatchObject({
    detail: `Rad ${line}: verifikationens debet och kredit skiljer -1 öre.`,
    facts: { line, differenceOre: -1 },
  });
});

it('asks when the bytes speak with two tongues, and shows both readings', async () => {
  const bytes = Buffer.concat([Buffer.from(valid), Buffer.from('#KONTO 2010 "F\x94r K\xf6k"\n', 'latin1')]);
  const answer = await send(bytes);
  expect(faultsOf(answer, { status: 422, type: 'sie/charset-unclear', pointer: '/teckenkod' })).toEqual([]);
  expect(answer.json).toMatchObject({ facts: { cp437: 1, windows1252: 1, asCp437: 'För K÷k' } });
  expect(await send(bytes, 'prov=ja&teckenkod=cp437')).toMatchObject({ status: 200 });
});

it('shows what would come of a file, and records nothing', async () => {
  const answer = await send(`${valid}${voucher}\n`, 'prov=ja');
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.json).toMatchObject({
    sieType: '4E',
    charset: { charset: 'utf-8', chosenBy: 'bytes' },
    vouchers: { booked: 2, known: 0, conflicts: 0 },
    accountsAdopted: [{ account: 1910 }, { account: 3530 }],
    findings: expect.arrayContaining([expect.objectContaining({ code: 'charset-not-pc8' })]),
  });
});

it('is refused in own books, in a year that is not open, and when it has come before', async () => {
  const of = (year: string) => valid.replaceAll('2021', year);
  expect(faultsOf(await send(of('2024'), '', '2024'), { status: 409, type: 'ledger/not-imported-books' })).toEqual([]);
  expect(faultsOf(await send(of('2019'), '', '2019'), { status: 404, type: 'ledger/no-such-year' })).toEqual([]);
  const known = exampleOf(OPERATION).file!.text;
  expect(faultsOf(await send(known, '', '2022'), { status: 409, type: 'ledger/file-known' })).toEqual([]);
});

it('refuses a query that says something else', async () => {
  const typed = { status: 422, type: 'http/invalid-fields' } as const;
  expect(faultsOf(await send(valid, 'prov=kanske'), { ...typed, pointer: '/prov' })).toEqual([]);
  expect(faultsOf(await send(valid, 'teckenkod=ebcdic'), { ...typed, pointer: '/teckenkod' })).toEqual([]);
});
