// An association whose past has changed in every way that own books allow: vouchers taken back, a later year's
// correction of a closed one, budgets and forecasts that replaced each other, balances carried forward three times.
import type { Demo, DemoRequest } from '../../demo/demo-files';
import { balans, resultat } from './layouts';

let paragraph = 0;
const decided = () => ({ decision: { body: 'styrelse', on: '2023-11-24', paragraph: String(++paragraph) } });
const post = (path: string, body: object, as?: string): DemoRequest => ({
  path,
  body: body as DemoRequest['body'],
  ...(as !== undefined && { as }),
});

const on =
  (year: number) =>
  (kind: string, account: number, kronor: number, date: string, more: object = {}) => {
    const posting = { activity: 'kansli', account, against: 1910, amountOre: kronor * 100, date: `${year}-${date}` };
    return { path: `fiscal-years/${year}/${kind}`, body: { ...posting, text: 'Löpande', ...more } };
  };
const in2023 = on(2023);
const in2024 = on(2024);
const named = (as: string, request: DemoRequest): DemoRequest => ({ ...request, as });
const takeBack = (year: number, voucher: string, date: string, more: object = {}) =>
  post(`fiscal-years/${year}/vouchers/{${voucher}}/corrections`, { date, text: 'Rättelse', ...more });
const budget = (year: number, kansli: number, start: number) =>
  post(`budgets/${year}`, {
    posts: posts(kansli, start),
    plan: [{ year: year + 1, posts: posts(kansli + 50_000, start) }],
    ...decided(),
  });
const posts = (kansli: number, start: number) => [
  { activity: 'medlemsbidrag', kind: 'bidrag', member: 'staten', amountOre: 500_000_00 },
  { activity: 'kansli', kind: 'kostnad', amountOre: kansli * 100 },
  { activity: 'start', kind: 'kostnad', amountOre: start * 100 },
];
const forecast = (asOf: string, kansli: number) =>
  post(`forecasts/${asOf.slice(0, 4)}`, { asOf, posts: posts(kansli, 90_000) });
const carryForward = post('fiscal-years/2024/carried-forward', { equityAccount: 2010 });
const reported = (layoutId: string, period: string, lines: Record<string, number>, employees?: number) =>
  post('reported-figures', {
    layoutId,
    period,
    document: `Årsredovisning ${period}`,
    figures: Object.entries(lines).map(([line, kronor]) => ({ line, amountOre: kronor * 100 })),
    ...(employees !== undefined && { counts: [{ line: 'antal-anstallda', count: employees, unit: 'anstallda' }] }),
  });
const member = (memberId: string, kind: string) =>
  post('members', { memberId, name: `Medlemmen ${memberId}`, kind, from: '2020-01-01' });
const projekt = (code: string) => ({ activity: 'start', dimensions: { projekt: code } });

export const ownBooks: Demo = {
  slug: 'andrade-bocker',
  name: 'Samordningsförbundet Ändrade böcker',
  reports: [],
  requests: [
    member('staten', 'stat'),
    member('regionen', 'region'),
    post('layouts', { layout: resultat(1), ...decided() }),
    reported('resultat', '2022', { bidrag: 400_000, kansli: 300_000, resultat: 99_999 }, 3),
    post('fiscal-years', { year: 2023, books: 'own' }),
    post('fiscal-years/2023/accounts', {
      accounts: [1910, 2010, 2990, 3510, 3530, 5010, 6010, 8310].map((account) => ({ account, name: `${account}` })),
    }),
    post('fiscal-years/2023/activities', {
      activities: ['kansli', 'start', 'medlemsbidrag'].map((activity) => ({ activity, name: activity })),
    }),
    post('layouts', { layout: balans, ...decided() }),
    post('fiscal-years/2023/opening-balances', {
      balances: [1, -1].map((sign) => ({ account: sign > 0 ? 1910 : 2010, amountOre: sign * 120_000_00 })),
    }),
    budget(2023, 310_000, 100_000),
    in2023('contributions', 3530, 500_000, '01-15', { activity: 'medlemsbidrag', memberId: 'staten' }),
    in2023('costs', 5010, 28_000, '01-25'),
    named('omkastad', in2023('costs', 6010, 5_400, '02-20')),
    takeBack(2023, 'omkastad', '2023-03-01'),
    in2023('costs', 6010, 4_500, '02-20'),
    in2023('costs', 6010, 61_000, '05-15', projekt('steg-1')),
    forecast('2023-06-30', 305_000),
    budget(2023, 320_000, 95_000),
    forecast('2023-06-30', 299_000),
    named('felprojekt', in2023('costs', 6010, 12_000, '06-20', projekt('steg-2'))),
    forecast('2023-08-31', 312_000),
    reported('resultat', '2022', { bidrag: 400_000, kansli: 301_000, resultat: 99_000 }, 2),
    in2023('interest', 8310, 1_250, '09-30'),
    forecast('2023-06-30', 311_000),
    post('fiscal-years', { year: 2024, books: 'own', chart: 'previous-year' }),
    budget(2024, 340_000, 110_000),
    carryForward,
    in2024('costs', 5010, 29_000, '01-25'),
    in2024('contributions', 3510, 120_000, '01-31', { activity: 'medlemsbidrag', memberId: 'regionen' }),
    in2023('costs', 5010, 88_000, '12-20'),
    carryForward,
    post('fiscal-years/2023/accruals', {
      kind: 'accrued-cost',
      activity: 'start',
      account: 6010,
      against: 2990,
      amountOre: 7_500_00,
      item: 'start-december',
      date: '2023-12-31',
      text: 'Upplupen kostnad',
    }),
    post('fiscal-years/2023/closing', decided()),
    in2024('costs', 6010, 3_300, '02-28', projekt('steg-2')),
    carryForward,
    post('layouts', { layout: resultat(2), ...decided() }),
    takeBack(2024, 'felprojekt', '2024-03-10', { correctsYear: 2023 }),
    reported('balans', '2022', { tillgangar: 120_000, kapital: 120_000 }),
    in2024('costs', 6010, 15_000, '04-30', projekt('steg-1')),
    forecast('2024-04-30', 345_000),
    budget(2024, 350_000, 105_000),
    in2024('contributions', 3530, 480_000, '05-15', { activity: 'medlemsbidrag', memberId: 'staten' }),
  ],
};
