// The contributions of Verksamhetsplan 2022, Södra Vätterbygden, told as decisions: what was agreed, what the law asks
// for, what was planned, and a year's money as it is asked for and comes.
import { decided, type Said, type SmallAssociation, smallAssociation } from './world/small-association';

const MEMBERS = [
  ['staten', 'stat'],
  ['region', 'region'],
  ['habo', 'kommun'],
  ['jonkoping', 'kommun'],
  ['mullsjo', 'kommun'],
  ['vaggeryd', 'kommun'],
] as const;
const THOUSAND = 100_000;

let forbund: SmallAssociation;

beforeAll(async () => {
  forbund = await smallAssociation('vatterbygden');
  await forbund.post('', { slug: 'vatterbygden', name: 'Södra Vätterbygden' });
  for (const [memberId, kind] of MEMBERS)
    await forbund.post('members', { memberId, name: memberId, kind, from: '2006-01-01' });
}, 60_000);

afterAll(() => forbund.service.stop(), 30_000);

const inOrder = (kronor: readonly number[]) =>
  MEMBERS.map(([memberId], index) => ({ memberId, amountOre: kronor[index]! * 100 }));
const agree = (year: number, ...kronor: number[]) =>
  forbund.post(`contributions/${year}/all-agreements`, { agreements: inOrder(kronor), ...decided(year - 2_000) });

interface Check {
  readonly parts: readonly { readonly part: string; readonly differenceKronor: number; readonly verdict: string }[];
  readonly warnings: readonly { readonly text: string; readonly rule: string }[];
}

async function check(year: number) {
  const { parts, warnings } = (await forbund.read(`/contributions/${year}/check`)) as unknown as Check;
  return { parts: parts.map((part) => [part.part, part.differenceKronor, part.verdict]), warnings };
}

it('are agreed by one decision, all of them or none', async () => {
  const refused = await forbund.tryPost('contributions/2021/all-agreements', {
    agreements: [...inOrder([1, 2, 3, 4, 5, 6]), { memberId: 'okand', amountOre: 1 }],
    ...decided(1),
  });
  expect([refused.status, forbund.position()]).toEqual([422, 7]);
  await agree(2021, 3_674_000, 1_837_000, 130_000, 1_480_000, 78_000, 149_000);
  expect((await forbund.read('/contributions/2021'))['contributions']).toHaveLength(6);
});

it('are split among the kommuner as they have agreed', async () => {
  const shares = [708, 8_057, 424, 811];
  await forbund.post('contribution-split', {
    from: 2022,
    method: 'avtal',
    parts: shares.map((shareBasisPoints, index) => ({ memberId: MEMBERS[index + 2]![0], shareBasisPoints })),
    roundingOre: THOUSAND,
    ...decided(2),
  });
  expect(await forbund.read('/contribution-split/2024')).toMatchObject({ split: { from: 2022, method: 'avtal' } });
  expect(await forbund.read('/contribution-split/2021')).toMatchObject({ split: null });
});

it('follow the law in 2022 to within the rounding of each kommun', async () => {
  await agree(2022, 4_041_000, 2_020_500, 143_000, 1_628_000, 86_000, 164_000);
  expect(await check(2022)).toEqual({
    parts: [
      ['stat', 0, 'follows'],
      ['region', 0, 'follows'],
      ['kommun', 500, 'follows'],
    ],
    warnings: [],
  });
});

it('are agreed also when they do not follow the law: a warning, not a refusal', async () => {
  await agree(2025, 4_041_000, 2_020_500, 143_000, 1_628_000, 86_000, 64_000);
  const { parts, warnings } = await check(2025);
  expect(parts[2]).toEqual(['kommun', -99_500, 'deviates']);
  expect(warnings.map(({ rule }) => rule)).toEqual(['5 § lag (2003:1210)', '5 § lag (2003:1210)']);
  expect(warnings[0]!.text).toContain('-99500 kronor');
});

it('are planned as printed, from the budget of 2021', async () => {
  const percent = { rule: 'percent', changeBasisPoints: 1_000, roundingOre: THOUSAND };
  await forbund.post('contributions/2021/plan', {
    planYears: 3,
    rules: [
      { ...percent, members: 'kommun' },
      { ...percent, members: 'region' },
      { rule: 'stated', memberId: 'region', year: 2022, amountOre: 2_020_500_00 },
      { rule: 'multiple', members: 'stat', of: 'region', times: 2 },
    ],
  });
  const { planned } = (await forbund.read('/contributions/2021/plan')) as {
    planned: { year: number; contributions: { memberId: string; amountOre: number }[] }[];
  };
  const printed = [
    [2022, 4_041_000, 2_020_500, 143_000, 1_628_000, 86_000, 164_000],
    [2023, 4_446_000, 2_223_000, 157_000, 1_791_000, 94_000, 180_000],
    [2024, 4_890_000, 2_445_000, 173_000, 1_970_000, 104_000, 198_000],
  ];
  const kronor = planned.map(({ year, contributions }) => [
    year,
    ...MEMBERS.map(([member]) => contributions.find(({ memberId }) => memberId === member)!.amountOre / 100),
  ]);
  expect(kronor).toEqual(printed);
});

describe('a year’s money', () => {
  const status = async (period: string) => {
    const { contributions } = (await forbund.read(`/contributions/2022?period=${period}`)) as {
      contributions: Said[];
    };
    return contributions.find(({ memberId }) => memberId === 'staten');
  };
  const posting = { activity: 'kansli', account: 3530, memberId: 'staten', text: 'Bidrag' };

  beforeAll(async () => {
    await forbund.post('contributions/2022/agreements', {
      memberId: 'staten',
      amountOre: 4_041_000_00,
      instalments: ['2022-01-31', '2022-07-31'].map((dueOn) => ({ dueOn, amountOre: 2_020_500_00 })),
      ...decided(3),
    });
    await forbund.post('fiscal-years', { year: 2022, books: 'own' });
    const accounts = [1519, 1910, 3530].map((account) => ({ account, name: `Konto ${account}` }));
    await forbund.post('fiscal-years/2022/accounts', { accounts });
    await forbund.post('fiscal-years/2022/activities', { activities: [{ activity: 'kansli', name: 'Kansli' }] });
  });

  it('is asked for, comes and goes back, beside what has fallen due and what belongs to the months', async () => {
    const amountOre = 2_020_500_00;
    await forbund.post('fiscal-years/2022/contribution-invoices', {
      ...posting,
      against: 1519,
      date: '2022-01-10',
      amountOre,
    });
    expect(await status('2022-01')).toMatchObject({ invoicedOre: amountOre, receivedOre: 0, dueOre: amountOre });
    await forbund.post('fiscal-years/2022/contributions', { ...posting, against: 1910, date: '2022-02-01', amountOre });
    await forbund.post('fiscal-years/2022/contribution-repayments', {
      ...posting,
      against: 1910,
      date: '2022-03-01',
      amountOre: 500_00,
    });
    expect(await status('2022-H1')).toEqual({
      memberId: 'staten',
      agreedOre: 4_041_000_00,
      instalments: ['2022-01-31', '2022-07-31'].map((dueOn) => ({ dueOn, amountOre })),
      dueOre: amountOre,
      invoicedOre: amountOre,
      receivedOre: amountOre,
      repaidOre: 500_00,
      remainingOre: amountOre + 500_00,
      accruedOre: amountOre,
    });
    expect(await status('2022')).toMatchObject({ dueOre: 4_041_000_00, accruedOre: 4_041_000_00 });
  });

  it('is asked about for a period that ends in the year', async () => {
    const answer = await forbund.get('/contributions/2022?period=2023');
    expect([answer.status, (answer.json as Said)['type']]).toEqual([
      422,
      'urn:finsambok:contributions/period-outside-year',
    ]);
  });
});
