// Verksamhetsplan 2022, Södra Vätterbygden, and its grants, told over HTTP; read at positions that are past.
import { type Said, type SmallAssociation, smallAssociation } from './world/small-association';

let plan: SmallAssociation;

beforeAll(async () => {
  plan = await smallAssociation('planen');
  await plan.post('', { name: 'Samordningsförbundet Planen', slug: 'planen' });
  const joined = { from: '2020-01-01' };
  await plan.post('members', { ...joined, memberId: 'staten', name: 'Försäkringskassan', kind: 'stat' });
}, 60_000);

afterAll(() => plan.service.stop(), 30_000);

const decided = (on: string, paragraph: number) => ({
  decision: { body: 'styrelse', on, paragraph: String(paragraph) },
});
const kr = (amount: number) => amount * 100;

/** A column of the plan in whole: contributions, opening equity, cost of insatser and of administration. */
const column = (bidrag: number, equity: number | null, insatser: number, administration: number) => [
  { activity: 'finansiering', kind: 'bidrag', amountOre: kr(bidrag) },
  ...(equity === null ? [] : [{ activity: 'finansiering', kind: 'balanserat-resultat', amountOre: kr(equity) }]),
  { activity: 'insatser', kind: 'kostnad', amountOre: kr(insatser) },
  { activity: 'administration', kind: 'kostnad', amountOre: kr(administration) },
];
const kinds = [
  { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income', accounts: [[3500, 3599]] },
  { kind: 'balanserat-resultat', label: 'Balanserat resultat', side: 'opening-equity' },
  { kind: 'kostnad', label: 'Kostnader', side: 'cost', accounts: [[4000, 7999]] },
];
const columnsOf = (overview: Said) => overview['columns'] as Said[];
const row = (overview: Said, field: string) => columnsOf(overview).map((one) => one[field]);

it('guesses no side while no kinds are adopted', async () => {
  await plan.post('budgets/2021', {
    posts: column(7_348_000, 1_454_413, 7_860_900, 882_000),
    ...decided('2020-11-25', 1),
  });
  const overview = await plan.read('/budgets/2021/overview');
  expect(overview).toMatchObject({ kindsAdopted: false });
  expect(columnsOf(overview)).toMatchObject([
    { resultOre: null, balance: null, unsettledKinds: ['balanserat-resultat', 'bidrag', 'kostnad'] },
  ]);
  expect(await plan.read('/budgets/2021')).toMatchObject({ totals: null, kindsAdopted: false });
  expect(await plan.read('/budget-kinds')).toEqual({ kinds: null, decision: null });
  expect(await plan.read('/budgets/2021/grants')).toEqual({ year: 2021, kindsAdopted: false, activities: [] });
});

it('shows the plan as printed: results without equity, and a chain that closes', async () => {
  await plan.post('budget-kinds', { kinds });
  await plan.post('forecasts/2021', { asOf: '2021-09-30', posts: column(7_348_000, 1_836_467, 6_233_300, 851_000) });
  await plan.post('budgets/2022', {
    posts: column(8_082_500, 2_100_167, 8_239_240, 903_000),
    plan: [
      { year: 2023, posts: column(8_891_000, null, 8_646_800, 895_000), openingEquityOre: kr(1_040_427) },
      { year: 2024, posts: column(9_780_000, null, 9_170_400, 917_000) },
    ],
    ...decided('2021-11-24', 1),
  });
  const overview = await plan.read('/budgets/2022/overview?administration=administration');
  expect(row(overview, 'column')).toEqual(['budget', 'forecast', 'budget', 'plan', 'plan']);
  expect(row(overview, 'year')).toEqual([2021, 2021, 2022, 2023, 2024]);
  expect(row(overview, 'asOf')).toEqual([null, '2021-09-30', null, null, null]);
  expect(row(overview, 'resultOre')).toEqual([-1_394_900, 263_700, -1_059_740, -650_800, -307_400].map(kr));
  expect(row(overview, 'closingEquityOre')).toEqual([59_513, 2_100_167, 1_040_427, 389_627, 82_227].map(kr));
  expect(row(overview, 'openingEquityFrom')).toEqual(['plan', 'plan', 'plan', 'plan', 'carried']);
  expect(columnsOf(overview).map(({ chain }) => (chain as Said | null)?.['differenceOre'] ?? null)).toEqual([
    null,
    null,
    0,
    0,
    null,
  ]);
  expect(columnsOf(overview).map(({ balance }) => (balance as Said)['balanced'])).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(columnsOf(overview).map(({ administration }) => (administration as Said)['basisPoints'])).toEqual([
    1009, 1201, 988, 938, 909,
  ]);
});

it('answers the budget in force with its sides, its totals and its plan', async () => {
  const budget = await plan.read('/budgets/2022');
  expect(budget).toMatchObject({
    year: 2022,
    openingEquityOre: null,
    totals: { incomeOre: kr(8_082_500), costOre: kr(9_142_240), openingEquityOre: kr(2_100_167) },
    plan: [{ year: 2023 }, { year: 2024, totals: { resultOre: kr(-307_400), openingEquityOre: null } }],
    decision: { on: '2021-11-24' },
  });
  expect((budget['posts'] as Said[]).map(({ side }) => side)).toEqual(['income', 'opening-equity', 'cost', 'cost']);
  expect(await plan.read('/budgets/2030')).toEqual({ year: 2030, posts: null });
});

it('keeps every version, and shows each as it stood then', async () => {
  const before = plan.position();
  await plan.post('budgets/2022', { posts: column(8_082_500, 2_100_167, 8_239_240, -1), ...decided('2022-03-11', 7) });
  const versions = async (at: string) => (await plan.read(`/budgets/2022/versions${at}`))['versions'] as Said[];
  const told = (list: Said[]) =>
    list.map(({ decision, plan: years }) => [(decision as Said)['on'], (years as []).length]);
  expect(told(await versions(''))).toEqual([
    ['2021-11-24', 2],
    ['2022-03-11', 0],
  ]);
  const { json } = await plan.get(`/budgets/2022/versions?at=${before}`);
  expect(told((json as Said)['versions'] as Said[])).toEqual([['2021-11-24', 2]]);
  const positions = (await versions('')).map(({ position }) => position as number);
  expect([...positions].sort((a, b) => a - b)).toEqual(positions);
  expect(positions.at(-1)).toBe(plan.position());
});

it('warns of a cost below zero, and takes it', async () => {
  const [, , budget] = columnsOf(await plan.read('/budgets/2022/overview'));
  expect(budget!['warnings']).toMatchObject([{ code: 'negative-post', activity: 'administration', amountOre: kr(-1) }]);
});

describe('grants', () => {
  // Årsredovisning 2023: FIA counts at nine tenths, IT-spåret is spared the deduction.
  const granted = (activity: string, amount: number, generalDeductionBasisPoints: number) => ({
    activity,
    insatsId: activity,
    from: '2023-01-01',
    to: '2023-12-31',
    amounts: [{ year: 2023, amountOre: kr(amount) }],
    conditions: ['Redovisas två gånger om året'],
    generalDeductionBasisPoints,
    ...decided('2022-11-25', 5),
  });
  let fia: unknown;
  const totals = async () => (await plan.read('/grants?year=2023'))['total'];

  it('give the budget what the deduction leaves of them', async () => {
    fia = (await plan.post('grants', granted('fia', 690_000, 1_000)))['id'];
    await plan.post('grants', granted('it-sparet', 562_500, 0));
    await plan.post('budgets/2023', {
      posts: [
        { activity: 'fia', kind: 'kostnad', amountOre: kr(621_000) },
        { activity: 'it-sparet', kind: 'kostnad', amountOre: kr(562_500) },
      ],
      ...decided('2022-11-25', 6),
    });
    const { activities } = (await plan.read('/budgets/2023/grants')) as unknown as { activities: Said[] };
    expect(
      activities.map((one) => ['activity', 'grantedOre', 'forBudgetOre', 'differenceOre'].map((of) => one[of])),
    ).toEqual([
      ['fia', kr(690_000), kr(621_000), 0],
      ['it-sparet', kr(562_500), kr(562_500), 0],
    ]);
  });

  it('are followed from decided to paid back, across the end of the year', async () => {
    const of2023 = (amountOre: number, on: string) => ({ year: 2023, on, amountOre });
    await plan.post(`grants/${String(fia)}/requisitions`, of2023(kr(400_000), '2023-10-31'));
    await plan.post(`grants/${String(fia)}/payments`, of2023(kr(400_000), '2023-11-15'));
    // The invoice for November and December comes when the year has ended.
    await plan.post(`grants/${String(fia)}/requisitions`, of2023(kr(249_385), '2024-01-12'));
    const atYearsEnd = plan.position();
    expect(await totals()).toMatchObject({
      grantedOre: kr(1_252_500),
      requisitionedOre: kr(649_385),
      paidOre: kr(400_000),
      unpaidOre: kr(249_385),
      leftOre: kr(1_252_500 - 649_385),
    });
    await plan.post(`grants/${String(fia)}/payments`, of2023(kr(249_385), '2024-01-31'));
    await plan.post(`grants/${String(fia)}/repayments`, of2023(kr(9_385), '2024-02-28'));
    await plan.post(`grants/${String(fia)}/end`, { on: '2024-03-15', ...decided('2024-03-15', 8) });
    expect(await totals()).toMatchObject({
      paidOre: kr(649_385),
      repaidOre: kr(9_385),
      unpaidOre: 0,
      releasedOre: kr(50_000),
    });
    const { json } = await plan.get(`/grants?year=2023&at=${atYearsEnd}`);
    expect((json as Said)['total']).toMatchObject({ paidOre: kr(400_000), releasedOre: 0 });
    expect((await plan.read('/grants?year=2022'))['grants']).toEqual([]);
  });

  it('tell their history, and one that there is not has none', async () => {
    const { history } = (await plan.read(`/grants/${String(fia)}`)) as unknown as { history: Said[] };
    expect(history.map(({ what, on, boundOre }) => [what, on, boundOre])).toEqual([
      ['GrantDecided', '2022-11-25', 0],
      ['GrantRequisitioned', '2023-10-31', kr(400_000)],
      ['GrantPaid', '2023-11-15', kr(400_000)],
      ['GrantRequisitioned', '2024-01-12', kr(649_385)],
      ['GrantPaid', '2024-01-31', kr(649_385)],
      ['GrantRepaid', '2024-02-28', kr(640_000)],
      ['GrantEnded', '2024-03-15', kr(640_000)],
    ]);
    expect((await plan.get('/grants/finns-inte')).status).toBe(404);
  });
});
