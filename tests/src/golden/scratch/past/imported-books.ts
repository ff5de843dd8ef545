// An association whose books are kept elsewhere: files that come anew with other vouchers, rows told apart afterwards,
// sums without vouchers, and the other system's budget and year before.
import { balans, resultat } from './layouts';
import type { TestService } from '../../../service';

export const SLUG = 'inlasta-bocker';
const BASE = `/v1/associations/${SLUG}`;

const head = (year: number, type: number) => [
  '#FLAGGA 0',
  '#PROGRAM "Ekonomisystemet" 7',
  '#FORMAT PC8',
  `#GEN ${year + 1}0201`,
  `#SIETYP ${type}`,
  '#FNAMN "Inlasta bocker"',
  `#RAR 0 ${year}0101 ${year}1231`,
  ...[1910, 2010, 3510, 3530, 5010, 6010, 8310].map((account) => `#KONTO ${account} "Konto ${account}"`),
];
const voucher = (number: number, day: string, rows: readonly (readonly [number, string, string?])[]) => [
  `#VER A ${number} ${day} "Verifikation ${number}"`,
  '{',
  ...rows.map(([account, kronor, objects = '']) => `#TRANS ${account} {${objects}} ${kronor}`),
  '}',
];
const bidrag = voucher(1, '20230115', [
  [1910, '500000.00'],
  [3530, '-400000.00'],
  [3510, '-100000.00'],
]);
const lon = (kronor: string) =>
  voucher(2, '20230125', [
    [5010, kronor, '6 "KANSLI"'],
    [1910, `-${kronor}`],
  ]);
const ranta = voucher(3, '20230630', [
  [1910, '1250.50'],
  [8310, '-1250.50'],
]);

/** The year to date, a month later each time, and the year before as a whole. */
const months = (...vouchers: string[][]) =>
  [
    ...head(2023, 4),
    '#RAR -1 20220101 20221231',
    ...['#IB -1 1910 70000.00', '#IB -1 2010 -70000.00', '#UB -1 1910 90000.00', '#UB -1 2010 -70000.00'],
    ...['#RES -1 3530 -390000.00', '#RES -1 5010 370000.00'],
    ...['#IB 0 1910 90000.00', '#IB 0 2010 -90000.00'],
    ...vouchers.flat(),
  ].join('\n');
const amounts = (label: string, year: number, month: string, of: Record<number, string>) =>
  Object.entries(of).map(([account, kronor]) => `#${label} ${year} ${month} ${account} {} ${kronor}`);
const balances = (december: string, interest: string) =>
  [
    ...head(2024, 3),
    '#RAR -1 20230101 20231231',
    '#IB 0 1910 81250.50',
    '#IB 0 2010 -81250.50',
    ...amounts('PSALDO', 0, '202401', { 5010: '28000.00', 1910: '-28000.00' }),
    ...amounts('PSALDO', 0, '202412', { 6010: december, 1910: `-${december}` }),
    ...amounts('PBUDGET', 0, '202401', { 5010: '336000.00', 8310: interest }),
  ].join('\n');

export async function importedBooks({ call }: TestService): Promise<void> {
  let position = 0;
  const send = async (path: string, init: Parameters<typeof call>[3]) => {
    const operator = path === '/v1/associations';
    const answer = await call(operator ? 'operator' : `association:${SLUG}`, 'POST', path, init);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    ({ position = 0 } = answer.json as { position?: number });
  };
  const post = (path: string, body: object) => send(`${BASE}/${path}`, { body });
  const file = (year: number, raw: string) =>
    send(`${BASE}/fiscal-years/${year}/sie-imports`, { raw, headers: { 'content-type': 'text/plain' } });
  const get = async (path: string) =>
    (await call(`association:${SLUG}`, 'GET', `${BASE}/${path}?atLeast=${position}`)).json;
  const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '7' };

  await send('/v1/associations', { body: { slug: SLUG, name: 'Samordningsförbundet Inlästa böcker' } });
  for (const memberId of ['staten', 'regionen']) {
    const kind = memberId === 'staten' ? 'stat' : 'region';
    await post('members', { memberId, name: `Medlemmen ${memberId}`, kind, from: '2020-01-01' });
  }
  await post('layouts', { layout: resultat(1), decision });
  await post('layouts', { layout: balans, decision });
  const kansli = { dimension: 6, to: 'activity', objects: [{ object: 'KANSLI', code: 'kansli' }], others: 'unmapped' };
  await post('sie-mapping', { dimensions: [kansli], accounts: [] });
  await post('fiscal-years', { year: 2023, books: 'imported' });
  await file(2023, months(bidrag));
  await file(2023, months(bidrag, lon('28000.00')));
  const activities = ['kansli', 'start'].map((activity) => ({ activity, name: activity }));
  await post('fiscal-years/2023/activities', { activities });
  const told = await idsByNumber(get);
  const row = (index: number, dimensions: object) => ({ rows: [{ row: index, dimensions }] });
  const classify = (number: number, body: object) =>
    post(`fiscal-years/2023/imported-vouchers/${told.get(number)}/classifications`, body);
  await classify(2, row(0, { activity: 'start', projekt: 'steg-1' }));
  const link = { memberId: 'staten', movement: 'received', row: 1 };
  await post(`fiscal-years/2023/imported-vouchers/${told.get(1)}/contributions`, link);
  await classify(1, row(2, { member: 'regionen' }));
  await file(2023, months(bidrag, lon('28500.00'), ranta));
  const { conflicts } = (await get('fiscal-years/2023/sie-conflicts')) as { conflicts: { contentHash: string }[] };
  const { contentHash } = conflicts[0]!;
  const replace = { series: 'A', number: 2, contentHash, decision: 'replace', reason: 'Rättat av ekonomikontoret' };
  await post('fiscal-years/2023/sie-conflicts', replace);
  await post('layouts', { layout: resultat(2), decision });
  const replaced = (await idsByNumber(get)).get(2);
  const anew = row(0, { projekt: 'steg-2' });
  await post(`fiscal-years/2023/imported-vouchers/${replaced}/classifications`, anew);
  await post('fiscal-years', { year: 2024, books: 'imported' });
  await file(2024, balances('4000.00', '-500.00'));
  await file(2024, balances('4500.00', '-800.00'));
}

/** Of a number that has been replaced, the one that stands. */
async function idsByNumber(get: (path: string) => Promise<unknown>): Promise<Map<number, string>> {
  const { vouchers } = (await get('fiscal-years/2023/vouchers')) as {
    vouchers: { number: number; voucherId: string }[];
  };
  return new Map(vouchers.map(({ number, voucherId }) => [number, voucherId]));
}
