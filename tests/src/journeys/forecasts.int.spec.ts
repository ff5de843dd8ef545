// A year that is forecast, followed and closed, and whether the money lasts, told over HTTP.
import { decided, openBooks, type Said, type SmallAssociation, smallAssociation } from './world/small-association';

let lillan: SmallAssociation;
const kr = (amount: number) => amount * 100;
const chart = [1510, 1910, 2010, 2440, 3510, 3530, 5010, 6010].map((account) => ({
  account,
  name: `Konto ${account}`,
}));
const activities = ['kansli', 'stegen'].map((activity) => ({ activity, name: activity }));

beforeAll(async () => {
  lillan = await smallAssociation('lillan');
  await openBooks(lillan);
  await lillan.post('fiscal-years/2024/activities', { activities });
  await lillan.post('fiscal-years/2024/accounts', { accounts: chart });
  await lillan.post('fiscal-years', { year: 2023, books: 'own' });
  await lillan.post('fiscal-years/2023/accounts', { accounts: chart });
  await lillan.post('fiscal-years/2023/activities', { activities });
}, 60_000);

afterAll(() => lillan.service.stop(), 30_000);

const book = (kind: 'costs' | 'contributions', date: string, account: number, kronor: number, more = {}) =>
  lillan.post(`fiscal-years/${date.slice(0, 4)}/${kind}`, {
    activity: 'kansli',
    account,
    against: 1910,
    amountOre: kr(kronor),
    date,
    text: 'Löpande',
    ...more,
  });
const posts = [
  { activity: 'kansli', kind: 'bidrag', amountOre: kr(1_200_000) },
  { activity: 'kansli', kind: 'kostnad', amountOre: kr(600_000) },
  { activity: 'stegen', kind: 'kostnad', amountOre: kr(480_000) },
];
const kinds = [
  { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income', accounts: [[3500, 3599]] },
  { kind: 'kostnad', label: 'Kostnader', side: 'cost', accounts: [[4000, 7999]] },
];
const derived = async (query: string) => lillan.read(`/forecasts/2024/derivation?${query}`);
const methodsOf = (answer: Said) =>
  (answer['posts'] as Said[]).map(({ derived: of }) => Object.values(of as Record<string, number | null>));

it('derives nothing without a budget or without kinds', async () => {
  const refused = async () => (await lillan.get('/forecasts/2024/derivation?asOf=2024-06-30')).json;
  expect(await refused()).toMatchObject({ status: 409, type: 'urn:finsambok:forecast/no-budget' });
  await lillan.post('budgets/2024', { posts, ...decided(1) });
  expect(await lillan.read('/budgets/2024')).toMatchObject({ posts: [{}, {}, {}] });
  expect(await refused()).toMatchObject({ status: 409, type: 'urn:finsambok:forecast/no-kinds' });
  await lillan.post('budget-kinds', { kinds });
});

it('derives the year from the books by every method', async () => {
  await book('costs', '2023-03-15', 5010, 200_000);
  await book('costs', '2023-10-15', 5010, 300_000);
  await book('contributions', '2024-01-31', 3530, 600_000, { memberId: 'staten' });
  await book('costs', '2024-05-15', 5010, 330_000);
  await book('costs', '2024-06-15', 6010, 180_000, { activity: 'stegen' });
  await book('costs', '2024-07-01', 6010, 999, { activity: 'stegen' });
  const answer = await derived('asOf=2024-06-30');
  expect((answer['posts'] as Said[]).map(({ outcomeOre }) => outcomeOre)).toEqual([600_000, 330_000, 180_000].map(kr));
  expect(methodsOf(answer)).toEqual([
    [kr(1_200_000), kr(1_200_000), null, kr(1_200_000)],
    [kr(630_000), kr(660_000), kr(825_000), kr(630_000)],
    [kr(420_000), kr(360_000), null, kr(420_000)],
  ]);
  expect(answer).toMatchObject({ onNoPost: [], vacanciesOnNoPost: [] });
});

it('takes off what known vacancies will not cost', async () => {
  const insats = { insatsId: 'stegen', name: 'Stegen', insatsKind: 'individ', followUp: 'individ', esf: false };
  await lillan.post('insatser', { ...insats, startsOn: '2024-01-01' });
  await lillan.post('insatser/stegen/staffing', {
    positions: [
      {
        position: 'handledare-1',
        employer: 'kommunen',
        shareBasisPoints: 10_000,
        monthlyCostOre: kr(20_000),
        from: '2024-01-01',
      },
    ],
  });
  await lillan.post('insatser/stegen/vacancies', { position: 'handledare-1', from: '2024-05-01', to: '2024-08-31' });
  expect((await lillan.read('/staffing'))['staffing']).toMatchObject([
    { insatsId: 'stegen', activity: 'stegen', vacancies: [{ from: '2024-05-01', to: '2024-08-31' }] },
  ]);
  const [, , [remaining, , , vacancies]] = methodsOf(await derived('asOf=2024-06-30')) as [unknown, unknown, number[]];
  expect([remaining, vacancies]).toEqual([kr(420_000), kr(380_000)]);
});

it('proposes what can be sent as it is, and names the posts that somebody must judge', async () => {
  const { proposal } = await derived('asOf=2024-06-30&method=forra-arets-monster');
  expect(proposal).toMatchObject({
    posts: [{ activity: 'kansli', kind: 'kostnad', amountOre: kr(825_000), derivedOre: kr(825_000) }],
    notDerived: [{ kind: 'bidrag' }, { activity: 'stegen' }],
  });
  const remaining = (await derived('asOf=2024-06-30&method=aterstaende-budget'))['proposal'] as { posts: Said[] };
  await lillan.post('forecasts/2024', { asOf: '2024-06-30', posts: remaining.posts });
  const overridden = remaining.posts.map((one) =>
    one['activity'] === 'stegen' ? { ...one, amountOre: kr(400_000), reason: 'Två platser tillsätts inte' } : one,
  );
  await lillan.post('forecasts/2024', { asOf: '2024-06-30', posts: overridden });
});

it('derives at the end of a month of the year only', async () => {
  for (const asOf of ['2024-06-29', '2023-06-30', '2025-01-31']) {
    const { status, json } = await lillan.get(`/forecasts/2024/derivation?asOf=${asOf}`);
    expect([status, (json as Said)['type']]).toEqual([422, 'urn:finsambok:forecast/not-a-months-end']);
  }
});

const liquidity = async (query: string) =>
  (await lillan.read(`/liquidity/2024?${query}`)) as unknown as {
    openingOre: number | null;
    months: { month: string; basis: string; inOre: number | null; outOre: number | null; closingOre: number | null }[];
    firstBelowZero: string | null;
    minimum: { month: string; closingOre: number } | null;
    assumptions: { code: string }[];
  };

describe('liquidity', () => {
  const agree = (memberId: string, amount: number) =>
    lillan.post('contributions/2024/agreements', { memberId, amountOre: kr(amount), ...decided(9) });

  it('goes on from the books by what is left of budget, contributions and debts', async () => {
    await agree('staten', 600_000);
    await agree('kommunen', 300_000);
    await lillan.post('fiscal-years/2024/vouchers', {
      date: '2024-06-30',
      text: 'Leverantörsfaktura',
      rows: [
        { account: 6010, amountOre: kr(50_000), dimensions: { activity: 'kansli' } },
        { account: 2440, amountOre: kr(-50_000) },
      ],
    });
    const { openingOre, months, assumptions } = await liquidity('through=2024-06');
    expect(openingOre).toBe(kr(90_000));
    expect(
      months.slice(0, 6).map(({ basis, inOre, outOre, closingOre }) => [basis, inOre, outOre, closingOre]),
    ).toEqual([
      ['outcome', kr(600_000), 0, kr(690_000)],
      ['outcome', 0, 0, kr(690_000)],
      ['outcome', 0, 0, kr(690_000)],
      ['outcome', 0, 0, kr(690_000)],
      ['outcome', 0, kr(330_000), kr(360_000)],
      ['outcome', 0, kr(180_000), kr(180_000)],
    ]);
    // Left of the budget: 600 - 380 and 480 - 180. Left of the income: 1 200 - 900 beyond the contributions.
    const [july, august] = months.slice(6);
    expect(july).toMatchObject({ basis: 'plan', inOre: kr(300_000 + 50_000), outOre: kr(50_000) + 8_666_667 });
    expect(august).toMatchObject({ inOre: kr(50_000), outOre: 8_666_666 });
    expect(months.at(-1)!.closingOre).toBe(kr(180_000 + 300_000 + 300_000 - 50_000 - 520_000));
    expect(assumptions.map(({ code }) => code)).toEqual([
      'contributions-in-january',
      'other-income-evenly',
      'costs-evenly',
      'claims-and-debts-next-month',
    ]);
  });

  it('takes a contribution that is claimed to come as one that is only agreed', async () => {
    const { months } = await liquidity('through=2024-06');
    const { id } = await lillan.post('fiscal-years/2024/contribution-invoices', {
      activity: 'kansli',
      account: 3510,
      against: 1510,
      memberId: 'kommunen',
      amountOre: kr(300_000),
      date: '2024-06-30',
      text: 'Bidrag',
    });
    expect((await liquidity('through=2024-06')).months).toEqual(months);
    const ignored = await liquidity('through=2024-06&claims=1600-1699');
    expect(ignored.months[6]!.inOre).toBe(months[6]!.inOre! - kr(300_000));
    const correction = { date: '2024-06-30', text: 'Rättelse' };
    await lillan.post(`fiscal-years/2024/vouchers/${String(id)}/corrections`, correction);
    expect((await liquidity('through=2024-06')).months).toEqual(months);
  });

  it('expects a contribution by its instalments, and one that is late in the next month', async () => {
    const instalments = ['2024-03-31', '2024-09-30'].map((dueOn) => ({ dueOn, amountOre: kr(150_000) }));
    const body = { memberId: 'kommunen', amountOre: kr(300_000), instalments, ...decided(12) };
    await lillan.post('contributions/2024/agreements', body);
    const { months } = await liquidity('through=2024-06');
    expect(months.slice(6, 10).map(({ inOre }) => inOre)).toEqual([200_000, 50_000, 200_000, 50_000].map(kr));
    await agree('kommunen', 300_000);
  });

  it('names the month in which the money ends', async () => {
    await agree('kommunen', 1);
    const { firstBelowZero, minimum } = await liquidity('through=2024-06');
    // What is left to come is nearly all of the income: 600 of 1 200.
    expect(firstBelowZero).toBeNull();
    // By the month: 100 000 of income, 36 667 of the office's rest and 120 000 of the grant's.
    await lillan.post('grants', {
      activity: 'stegen',
      from: '2024-01-01',
      to: '2024-12-31',
      amounts: [{ year: 2024, amountOre: kr(900_000) }],
      conditions: [],
      ...decided(10),
    });
    const afterGrant = await liquidity('through=2024-06');
    expect(afterGrant.firstBelowZero).toBe('2024-09');
    expect(afterGrant.minimum!.month).toBe('2024-12');
    expect(afterGrant.minimum!.closingOre).toBeLessThan(minimum!.closingOre);
  });

  it('plans all of a year that is not booked from its opening balances, and says what it does not know', async () => {
    const { months } = await liquidity('');
    expect(new Set(months.map(({ basis }) => basis))).toEqual(new Set(['plan']));
    const { json } = await lillan.get('/liquidity/2026');
    expect(json).toMatchObject({
      openingOre: null,
      minimum: null,
      assumptions: [{ code: 'no-opening-balance' }, { code: 'no-plan' }],
    });
    expect((await lillan.get('/liquidity/2026?through=2026-01')).status).toBe(409);
    expect((await lillan.get('/liquidity/2024?through=2023-12')).status).toBe(422);
    expect((await lillan.get('/liquidity/2024?cash=1999-1900x')).status).toBe(422);
  });
});

it('holds every forecast against the outcome, once the year is closed', async () => {
  const history = async () =>
    (await lillan.read('/forecasts/2024/history')) as unknown as { outcomeKnown: boolean; forecasts: Said[] };
  const open = await history();
  expect(open).toMatchObject({ outcomeKnown: false, forecasts: [{ revision: 1 }, { revision: 2 }] });
  expect(open.forecasts[1]).toMatchObject({ differenceOre: null, outcomeResultOre: null });
  await lillan.post('fiscal-years/2024/closing', decided(11));
  const { outcomeKnown, forecasts } = await history();
  expect(outcomeKnown).toBe(true);
  expect(
    forecasts.map(({ asOf, resultOre, outcomeResultOre, differenceOre }) => [
      asOf,
      resultOre,
      outcomeResultOre,
      differenceOre,
    ]),
  ).toEqual([
    ['2024-06-30', kr(150_000), kr(39_001), kr(110_999)],
    ['2024-06-30', kr(170_000), kr(39_001), kr(130_999)],
  ]);
  const [bidrag, kansli, stegen] = forecasts[1]!['posts'] as Said[];
  expect([bidrag, kansli, stegen].map((one) => one!['differenceOre'])).toEqual([kr(600_000), kr(250_000), kr(219_001)]);
  expect(stegen).toMatchObject({
    method: 'aterstaende-budget',
    derivedOre: kr(420_000),
    reason: 'Två platser tillsätts inte',
  });
});
