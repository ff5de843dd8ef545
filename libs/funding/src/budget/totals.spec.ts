import { kinds as own, post } from '../testing';
import type { BudgetKind } from '../budget-kinds/budget-kinds.events';
import { totalsOf } from './totals';

const kinds: BudgetKind[] = [
  ...own,
  { kind: 'intakt', label: 'Övriga intäkter', side: 'income' },
  { kind: 'netto', label: 'Nettokostnad', side: 'cost' },
];
const totals = (...posts: ReturnType<typeof post>[]) =>
  totalsOf({ posts: posts.map(({ member = null, ...rest }) => ({ ...rest, member })), openingEquityOre: null }, kinds);

// Södra Dalarna, budget 2024: the driftredovisning holds 7 700 tkr of net cost, the resultaträkning 8 065 tkr of
// gross cost. The office earns 365 tkr from a project, and is budgeted at 1 515 net or 1 880 gross.
describe('a budget that is net in one statement and gross in another', () => {
  const tkr = (amount: number) => amount * 100_000;
  const others = [
    post('medlemsbidrag', 'bidrag', tkr(6_308)),
    post('styrelse', 'kostnad', tkr(220)),
    post('personalinriktade-insatser', 'kostnad', tkr(150)),
    post('publikationer', 'kostnad', tkr(10)),
    post('team-avesta', 'kostnad', tkr(2_250)),
    post('team-hedemora', 'kostnad', tkr(1_900)),
    post('team-sater', 'kostnad', tkr(1_655)),
  ];

  it('has the same result both ways, and the difference on both sides', () => {
    const net = totals(...others, post('administration', 'netto', tkr(1_515)));
    const gross = totals(
      ...others,
      post('administration', 'kostnad', tkr(1_880)),
      post('administration', 'intakt', tkr(365)),
    );
    expect([net!.costOre, net!.incomeOre, net!.resultOre]).toEqual([tkr(7_700), tkr(6_308), tkr(-1_392)]);
    expect([gross!.costOre, gross!.incomeOre, gross!.resultOre]).toEqual([tkr(8_065), tkr(6_673), tkr(-1_392)]);
  });
});

it('tells no equity from an equity of zero', () => {
  expect(totals(post('kansli', 'bidrag', 1))!.openingEquityOre).toBeNull();
  expect(totals(post('kansli', 'balanserat-resultat', 0))!.openingEquityOre).toBe(0);
});
