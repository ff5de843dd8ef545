// A year of invented books of any size, the same for the same seed: for round trips and for measuring.
import { dateOf, ore } from '@finsam/kernel';
import type { SieRow, SieVoucher } from './model';
import type { SieBooks } from './writing/write-sie';

const ACCOUNTS: readonly (readonly [account: number, name: string])[] = [
  [1510, 'Kundfordringar'],
  [1930, 'Bank'],
  [2010, 'Eget kapital'],
  [2440, 'Leverantörsskulder'],
  [3511, 'Bidrag från medlemmar'],
  [4010, 'Köp av verksamhet'],
  [5010, 'Löner'],
  [6110, 'Kontorsmateriel'],
  [6910, 'Övriga kostnader'],
  [8310, 'Ränteintäkter'],
];
const COSTS = [4010, 5010, 6110, 6910];
const AGAINST = [1930, 2440];
const ACTIVITIES = ['kansli', 'stegen', 'it-sparet', 'natverket-vastra'];
const TEXTS = ['Rekvisition', 'Lön', 'Köp av verksamhet', 'Hyra för lokal på Östra gatan', 'Möte "styrgrupp"'];
const OPENING = 1_000_000_00;

export function generatedYear(count: number, seed: number): SieBooks {
  const below = numbersFrom(seed);
  const balances = new Map<number, number>([
    [1930, OPENING],
    [2010, -OPENING],
  ]);
  const vouchers = Array.from({ length: count }, (_, n) => generatedVoucher(n, count, below));
  for (const { rows } of vouchers) {
    for (const { account, amountOre } of rows) balances.set(account, (balances.get(account) ?? 0) + amountOre);
  }
  const of = (balance: boolean) =>
    [...balances]
      .filter(([account, sum]) => account < 3000 === balance && sum !== 0)
      .sort(([a], [b]) => a - b)
      .map(([account, sum]) => ({ account, amountOre: ore(sum) }));
  return {
    year: 2024,
    company: 'Samordningsförbundet Exempel',
    organisationNumber: '222000-0000',
    generatedOn: dateOf(2025, 1, 10),
    accounts: ACCOUNTS.map(([account, name]) => ({ account, name })),
    dimensions: [
      { dimension: 6, name: 'Verksamhet' },
      { dimension: 22, name: 'Projekt' },
    ],
    objects: ACTIVITIES.map((code) => ({ dimension: 6, code, name: code })),
    opening: [
      { account: 1930, amountOre: ore(OPENING) },
      { account: 2010, amountOre: ore(-OPENING) },
    ],
    closing: of(true),
    result: of(false),
    vouchers,
  };
}

type Below = (limit: number) => number;

function generatedVoucher(n: number, count: number, below: Below): Omit<SieVoucher, 'line'> {
  const day = Math.floor((n * 364) / count);
  const date = dateOf(2024, 1 + Math.floor(day / 31), 1 + (day % 31));
  const rows: SieRow[] = Array.from({ length: 1 + below(3) }, () => ({
    account: COSTS[below(COSTS.length)]!,
    amountOre: ore(1 + below(5_000_000)),
    objects: [
      { dimension: 6, code: ACTIVITIES[below(ACTIVITIES.length)]! },
      ...(below(4) === 0 ? [{ dimension: 22, code: `p${below(9)}` }] : []),
    ],
  }));
  const total = rows.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const against: SieRow = { account: AGAINST[below(2)]!, amountOre: ore(-total), objects: [] };
  return {
    ...(n % 5 === 0 ? { series: 'B', number: n / 5 + 1 } : { series: 'A', number: n - Math.floor(n / 5) }),
    date,
    text: `${TEXTS[below(TEXTS.length)]!} ${n + 1}`,
    registeredOn: date,
    rows: [...rows, against],
    changes: [],
  };
}

function numbersFrom(seed: number): Below {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state % limit;
  };
}
