// From nothing to a whole set of statements: the layouts that are offered are adopted as they stand, a year is booked
// on every account of the chart, and every öre of it is printed.
import { DEFAULTS_ORIGIN } from '@finsam/associations';
import { decided, type Said, type SmallAssociation, smallAssociation } from './world/small-association';

interface Table {
  readonly layout: { readonly id: string; readonly version: number };
  readonly title: string;
  readonly columns: readonly { readonly id: string }[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly Cell[] }[];
  readonly notes: readonly string[];
  readonly unmapped: readonly unknown[];
}
interface Cell {
  readonly ore: number | null;
  readonly printed: string;
}

const YEAR = 'fiscal-years/2024';
const MEMBERS = { staten: 'Försäkringskassan', regionen: 'Regionen', kommunen: 'Kommunen' };
const ACTIVITIES = { kansli: 'Kansli', natverk: 'Nätverk', stegen: 'Stegen' };

let nya: SmallAssociation;
let offered: { origin: string; layouts: { id: string; version: number; title: string }[] };
let tables: readonly Table[];
/** What was booked on each account, debit positive. */
const booked = new Map<number, number>();

const offer = async () => (await nya.read('/layouts/defaults')) as unknown as typeof offered;
const adopt = async () => {
  for (const layout of offered.layouts) await nya.post('layouts', { layout, ...decided(3) });
};

beforeAll(async () => {
  nya = await smallAssociation('nya');
  await nya.post('', { name: 'Samordningsförbundet Nya', slug: 'nya' });
  for (const [memberId, name] of Object.entries(MEMBERS)) {
    const kind = memberId === 'staten' ? 'stat' : memberId === 'regionen' ? 'region' : 'kommun';
    await nya.post('members', { memberId, name, kind, pays: true, from: '2020-01-01' });
  }
  await nya.post('members', {
    memberId: 'arbetsformedlingen',
    name: 'Arbetsförmedlingen',
    kind: 'stat',
    pays: false,
    from: '2020-01-01',
  });
  await nya.post('fiscal-years', { year: 2024, books: 'own', chart: 'kommun-bas' });
  const activities = Object.entries(ACTIVITIES).map(([activity, name]) => ({ activity, name }));
  await nya.post(`${YEAR}/activities`, { activities });
  for (const [insatsId, insatsKind] of [
    ['natverk', 'struktur'],
    ['stegen', 'individ'],
  ] as const) {
    const followUp = insatsKind === 'struktur' ? 'ingen' : 'individ';
    const name = ACTIVITIES[insatsId];
    await nya.post('insatser', { insatsId, name, insatsKind, followUp, esf: false, startsOn: '2024-01-01' });
  }
  offered = await offer();
}, 60_000);

afterAll(() => nya.service.stop(), 30_000);

it('offers layouts with a row for each paying member and each activity, and says whose they are', () => {
  expect(offered.origin).toBe(DEFAULTS_ORIGIN);
  expect(offered.layouts.length).toBeGreaterThanOrEqual(20);
  const text = JSON.stringify(offered.layouts);
  for (const name of [...Object.values(MEMBERS), ...Object.values(ACTIVITIES)]) expect(text).toContain(`"${name}"`);
  expect(text).not.toContain('Arbetsförmedlingen');
});

it('adopts every one of them as it is offered', async () => {
  await adopt();
  const { layouts } = await nya.read('/layouts');
  expect(layouts).toEqual(offered.layouts);
});

it('books a year on every account of Kommun-Bas, with a budget, a plan and a forecast', async () => {
  const { classes } = (await nya.read(`/${YEAR}/chart`)) as { classes: Chart };
  const accounts = classes.flatMap(({ groups }) => groups.flatMap((group) => group.accounts.map((one) => one.account)));
  expect(accounts.length).toBeGreaterThan(60);
  await nya.post(`${YEAR}/opening-balances`, {
    balances: [
      { account: 1910, amountOre: 900_000_00 },
      { account: 2010, amountOre: -900_000_00 },
    ],
  });
  const activities = Object.keys(ACTIVITIES);
  const rows = accounts
    .filter((account) => account !== 1910)
    .map((account, index) => {
      const income = (account >= 3000 && account < 4000) || Math.floor(account / 100) === 84;
      const amountOre = (income || (account >= 2000 && account < 3000) ? -1 : 1) * (10_000_00 + index * 137_31);
      const member = Object.keys(MEMBERS)[account === 3510 ? 2 : account === 3520 ? 1 : 0]!;
      const dimensions = {
        ...(account >= 3000 && { activity: activities[index % 3]! }),
        ...(account >= 3510 && account <= 3539 && { member }),
      };
      return { account, amountOre, dimensions };
    });
  for (const { account, amountOre } of rows) booked.set(account, amountOre);
  const bank = -rows.reduce((sum, { amountOre }) => sum + amountOre, 0);
  booked.set(1910, bank);
  await nya.post(`${YEAR}/vouchers`, {
    date: '2024-05-31',
    text: 'Ett år på en gång',
    rows: [...rows, { account: 1910, amountOre: bank }],
  });
  const posts = [
    ...Object.keys(MEMBERS).map((member) => ({
      activity: 'kansli',
      kind: 'bidrag',
      member,
      amountOre: 100_000_00,
    })),
    ...activities.map((activity) => ({ activity, kind: 'kostnad', amountOre: 90_000_00 })),
  ];
  await nya.post('budgets/2024', { posts, plan: [{ year: 2025, posts }], ...decided(4) });
  await nya.post('forecasts/2024', { asOf: '2024-06-30', posts });
});

type Chart = readonly { readonly groups: readonly { readonly accounts: readonly { readonly account: number }[] }[] }[];

describe('the statements of the year', () => {
  const cell = (place: string): Cell => {
    const [table, row, column] = place.split('/');
    const found = tables.find(({ layout }) => layout.id === table)!;
    const index = found.columns.findIndex(({ id }) => id === column);
    return found.rows.find(({ id }) => id === row)!.cells[index]!;
  };
  const ore = (place: string) => cell(place).ore!;
  const between = (from: number, to: number) =>
    [...booked].reduce((sum, [account, amount]) => sum + (from <= account && account <= to ? amount : 0), 0);

  beforeAll(async () => {
    tables = ((await nya.read('/statements?period=2024')) as { statements: readonly Table[] }).statements;
  });

  it('keep every relation that the reconciliation derives from them', async () => {
    expect(await nya.read('/statements/reconciliation?period=2024')).toMatchObject({ findings: [] });
  });

  it('are all there, and no account, post or figure is shown nowhere or twice', () => {
    expect(tables.map(({ layout }) => layout)).toEqual(offered.layouts.map(({ id, version }) => ({ id, version })));
    for (const { layout, unmapped, notes } of tables) {
      expect([layout.id, unmapped]).toEqual([layout.id, []]);
      expect([layout.id, notes.filter((note) => /är tom: /.test(note))]).toEqual([layout.id, []]);
    }
  });

  it('have the result that was booked, in every statement that ends in it', () => {
    const result = -between(3000, 8999);
    for (const place of [
      'resultatrakning/arets-resultat',
      'resultat-per-medlem-och-verksamhet/periodens-resultat',
      'driftredovisning/resultat',
      'balansrakning/arets-resultat',
      'kassaflodesanalys/arets-resultat',
      'femarsoversikt/arets-resultat',
    ]) {
      const column = place.startsWith('femars') ? 'ar' : 'utfall';
      expect([place, ore(`${place}/${column}`)]).toEqual([place, result]);
    }
  });

  it('balance, and the cash flow is the change of the bank', () => {
    const balanced = ['summa-tillgangar', 'summa-eget-kapital-avsattningar-och-skulder'];
    for (const column of ['utfall', 'foregaende-arsskifte']) {
      const [assets, rest] = balanced.map((row) => ore(`balansrakning/${row}/${column}`));
      expect([column, assets]).toEqual([column, rest]);
    }
    const bank = ore('balansrakning/kassa-och-bank/utfall') - ore('balansrakning/kassa-och-bank/foregaende-arsskifte');
    expect(ore('kassaflodesanalys/arets-kassaflode/utfall')).toBe(bank);
    expect(bank).toBe(booked.get(1910));
    const end = ore('kassaflodesanalys/likvida-medel-vid-periodens-slut/utfall');
    expect(end).toBe(ore('balansrakning/kassa-och-bank/utfall'));
    const equity = ore('eget-kapital/utgaende-eget-kapital/utfall');
    expect(equity).toBe(ore('balansrakning/arets-balanserade-resultat/utfall'));
  });

  it('show what is expected of the equity, and leave the rest of the forecast blank', () => {
    const equity = 'balansrakning-med-prognos/arets-balanserade-resultat/prognos';
    expect(ore(equity)).toBe(900_000_00 + 3 * 100_000_00 - 3 * 90_000_00);
    expect(cell('balansrakning-med-prognos/kassa-och-bank/prognos').printed).toBe('');
  });

  it('distribute the costs in per cent, each activity in the group of its insats', () => {
    const shares = ['administration', 'struktur', 'individ'].map((group) => ore(`kostnadsfordelning/${group}/utfall`));
    expect(shares.reduce((sum, part) => sum + part, 0)).toBe(between(4000, 7999));
    expect(cell('kostnadsfordelning/struktur/andel-utfall').printed).toMatch(/^\d\d\u00a0%$/);
  });

  it('hold what each member has paid against what was decided', () => {
    expect(ore('medlemsbidrag/medlem-regionen/utfall')).toBe(-booked.get(3520)!);
    expect(ore('medlemsbidrag/medlem-regionen/budget')).toBe(100_000_00);
    expect(ore('budget-och-plan/resultat/plan-1')).toBe(30_000_00);
    expect(cell('budget-och-plan/resultat/plan-2').printed).toBe('');
  });
});

it('offers what is adopted under its own version, and what an activity has changed as the next', async () => {
  expect(await offer()).toEqual(offered);
  await nya.post(`${YEAR}/activities`, { activities: [{ activity: 'forstudie', name: 'Förstudie' }] });
  offered = await offer();
  const versions = Object.fromEntries(offered.layouts.map(({ id, version }) => [id, version]));
  expect(versions).toMatchObject({ driftredovisning: 2, 'not-3': 2, balansrakning: 1, medlemsbidrag: 1 });
  await adopt();
  const { versions: kept } = await nya.read('/layouts/not-3/versions');
  expect((kept as Said[]).map(({ version, decision }) => [version, (decision as Said)['paragraph']])).toEqual([
    [1, '3'],
    [2, '3'],
  ]);
});

it('knows no versions of a layout that nobody adopted', async () => {
  const { status, json } = await nya.get('/layouts/saknas/versions');
  expect([status, (json as Said)['type']]).toEqual([404, 'urn:finsambok:layout/unknown']);
});
