// The two years of books of Södra Vätterbygden kept with a pencil: to the öre that rounds to the print of every view.
import { readRequests } from '../demo/demo-files';
import { added, pencilBalances, pencilVouchers } from '../demo/pencil';

const book = readRequests(__dirname, 'sodra-vatterbygden-bokslut');
const yearOf = (year: number) => ({
  ...book,
  requests: book.requests.filter(({ path }) => path.startsWith(`fiscal-years/${year}/`)),
});
const [in2022, in2023] = [yearOf(2022), yearOf(2023)];
const balancesOf = (year: typeof book) =>
  Object.entries(pencilBalances(year)).map(([account, amountOre]) => [Number(account), amountOre] as const);
const costs = (year: typeof book) =>
  added(
    pencilVouchers(year)
      .flatMap(({ rows }) => rows)
      .filter(({ account }) => account >= 4000 && account < 8000)
      .map(({ activity, amountOre }) => [activity ?? 'none', amountOre] as const),
  );
const sum = (amounts: readonly (readonly [number, number])[]) =>
  amounts.reduce((total, [, amount]) => total + amount, 0);

describe.each([
  [2022, in2022, 64_313_90],
  [2023, in2023, -57_422_40],
] as const)('the books of %i', (year, books, resultOre) => {
  it('have vouchers that balance, one after the other in the days of the year', () => {
    const vouchers = pencilVouchers(books);
    expect(vouchers.length).toBeGreaterThan(70);
    expect(vouchers.filter(({ rows }) => rows.reduce((total, { amountOre }) => total + amountOre, 0) !== 0)).toEqual(
      [],
    );
    const dates = vouchers.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates.filter((date) => !date.startsWith(`${year}-`))).toEqual([]);
  });

  it(`give ${resultOre} öre`, () => {
    const balances = balancesOf(books);
    expect(sum(balances.filter(([account]) => account >= 3000))).toBe(-resultOre);
    expect(sum(balances)).toBe(0);
  });
});

it('2023 has no opening balances of its own but those carried forward: twice, since 2022 closes in March', () => {
  const asked = in2023.requests.map(({ path }) => path.split('/')[2]);
  expect(asked.filter((what) => what === 'opening-balances' || what === 'carried-forward')).toEqual([
    'carried-forward',
    'carried-forward',
  ]);
  const all = book.requests.map(({ path, body }) => `${path} ${String(body['date'] ?? '')}`);
  const closing = all.findIndex((one) => one.startsWith('fiscal-years/2022/closing'));
  const between = all.slice(
    all.findIndex((one) => one.includes('carried-forward')),
    closing,
  );
  expect(between.some((one) => one.endsWith('2022-12-31')) && between.some((one) => one.includes('2023-01-20'))).toBe(
    true,
  );
});

it('the two years end on balances whose öre round to the balansräkning and its notes', () => {
  const closing = [...balancesOf(in2022), ...balancesOf(in2023)];
  const result = sum(closing.filter(([account]) => account >= 3000));
  const balances = added(closing.filter(([account]) => account < 3000));
  expect(result).toBe(-(64_313_90 - 57_422_40));
  // What 2022 gave was moved to the equity out of 2090, where it was carried forward.
  expect(balances).toEqual({
    1510: 101_524_00,
    1630: 89_782_00,
    1650: 8_366_00,
    1710: 5_253_00,
    1790: 17_800_00,
    1910: 3_783_275_10,
    2010: -2_337_023_60,
    2090: 64_313_90,
    2440: -790_342_20,
    2510: -60_432_00,
    2710: -24_864_00,
    2730: -28_805_00,
    2920: -36_199_00,
    2940: -11_373_70,
    2990: -774_383_00,
  });
});

it('the costs of 2023 have öre that round to the print gross and net', () => {
  expect(costs(in2023)).toEqual({
    enter: 2_234_328_10,
    nova: 3_335_991_20,
    fia: 649_385_00,
    'it-sparet': 562_500_00,
    samverkansmodell: 432_000_00,
    projektgemensamt: 58_000_00,
    verksamhetsutvecklare: 108_188_00,
    kompetensutveckling: 289_141_20,
    kansli: 1_329_314_10,
    'verksamhetsutvecklare-lon': 662_549_10,
    information: 22_685_00,
    styrelse: 5_600_00,
    ekonomihantering: 105_423_00,
  });
});

it('the costs of 2022 have öre that sum to 8 585 367,20 where the printed parts sum to 8 585 369', () => {
  expect(costs(in2022)).toEqual({
    enter: 2_879_737_70,
    nova: 1_518_964_70,
    fia: 596_144_70,
    'it-sparet': 344_651_00,
    etableringsstodjare: 175_967_70,
    'projekt-arch': 682_831_70,
    samverkansmodell: 70_000_00,
    projektgemensamt: 49_332_70,
    verksamhetsutvecklare: 20_011_00,
    kompetensutveckling: 291_222_00,
    kansli: 1_182_459_00,
    'verksamhetsutvecklare-lon': 641_665_00,
    information: 33_573_00,
    styrelse: 1_928_00,
    ekonomihantering: 96_879_00,
  });
});
