// Any valid ledger on Kommun-Bas and some accounts more: two years of vouchers that balance, by random members and
// activities, on opening balances that balance too, carried forward or not, with a budget and a forecast.
import type { CostGroup, Registers } from '@finsam/associations';
import { ore, type Ore } from '@finsam/kernel';
import { kommunBas } from '@finsam/ledger';
import fc from 'fast-check';

export const [LAST_YEAR, THIS_YEAR] = [2023, 2024] as const;

export interface Row {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  readonly amountOre: Ore;
}

export interface Voucher {
  readonly year: number;
  readonly date: string;
  readonly rows: readonly Row[];
}

export interface Post {
  readonly activity: string;
  readonly kind: 'bidrag' | 'kostnad';
  readonly member: string | null;
  readonly amountOre: Ore;
}

export interface RandomLedger {
  readonly registers: Registers;
  /** Of the first year. */
  readonly opening: readonly Row[];
  /** Whether the second year opens on what the first closed with; else it opens on nothing. */
  readonly carried: boolean;
  readonly vouchers: readonly Voucher[];
  readonly budget: readonly Post[];
  readonly forecast: readonly Post[];
}

/** Accounts that an association may add: assets to write off, a reserve, a result to move, a loan, gains and losses. */
export const ADDED = [1210, 1480, 1850, 2085, 2090, 2310, 3820, 7860, 7910, 8470, 8570];
const ACCOUNTS = [...kommunBas.map(({ account }) => account), ...ADDED];
export const EQUITY = 2010;
const BALANCE = ACCOUNTS.filter((account) => account < 3000 && account !== EQUITY);
const GROUPS: readonly CostGroup[] = ['administration', 'struktur', 'individ'];

/** No zeros: a row of nothing is no row. */
const amount = fc
  .oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -1e10, max: 1e10 }))
  .map((any) => any || 1);
const anyRow = fc.record({ account: fc.constantFrom(...ACCOUNTS), activity: fc.nat(), member: fc.nat(), amount });
const anyVoucher = fc.record({
  year: fc.constantFrom(LAST_YEAR, THIS_YEAR),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  rows: fc.array(anyRow, { minLength: 1, maxLength: 4 }),
  against: anyRow,
});
const anyPost = fc.record({ activity: fc.nat(), member: fc.nat(), income: fc.boolean(), amount: fc.nat(1e10) });

export const ledgers: fc.Arbitrary<RandomLedger> = fc
  .record({
    members: fc.integer({ min: 1, max: 4 }),
    groups: fc.array(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 5 }),
    opening: fc.uniqueArray(fc.record({ account: fc.constantFrom(...BALANCE), amount }), {
      selector: ({ account }) => account,
      maxLength: 6,
    }),
    carried: fc.boolean(),
    vouchers: fc.array(anyVoucher, { maxLength: 12 }),
    budget: fc.array(anyPost, { maxLength: 6 }),
    forecast: fc.array(anyPost, { maxLength: 6 }),
  })
  .map(({ members, groups, opening, carried, vouchers, budget, forecast }) => {
    const memberIds = Array.from({ length: members }, (_, index) => `medlem-${index}`);
    const activities = groups.map((group, index) => ({ activity: `insats-${index}`, name: `Insats ${index}`, group }));
    const at = <T>(list: readonly T[], place: number) => list[place % list.length]!;
    const rowOf = ({ account, activity, member, amount: any }: RowDraft): Row => ({
      account,
      activity: account < 3000 ? null : at(activities, activity).activity,
      member: account >= 3510 && account <= 3539 ? at(memberIds, member) : null,
      amountOre: ore(any),
    });
    const postOf = ({ activity, member, income, amount: any }: PostDraft): Post => ({
      activity: at(activities, activity).activity,
      kind: income ? 'bidrag' : 'kostnad',
      member: income ? at(memberIds, member) : null,
      amountOre: ore(any),
    });
    return {
      registers: { members: memberIds.map((memberId) => ({ memberId, name: `Medlem ${memberId}` })), activities },
      opening: balanced(
        opening.map(({ account, amount: any }) => rowOf({ account, activity: 0, member: 0, amount: any })),
      ),
      carried,
      vouchers: vouchers.map(({ year, month, day, rows, against }) => ({
        year,
        date: `${year}-${two(month)}-${two(day)}`,
        rows: balanced(rows.map(rowOf), rowOf(against)),
      })),
      budget: oncePerPost(budget.map(postOf)),
      forecast: oncePerPost(forecast.map(postOf)),
    };
  });

type RowDraft = { account: number; activity: number; member: number; amount: number };
type PostDraft = { activity: number; member: number; income: boolean; amount: number };

/** With what is missing on a last row: equity, if nothing else is said. */
function balanced(rows: readonly Row[], against?: Row): Row[] {
  const missing = -rows.reduce((sum, { amountOre }) => sum + amountOre, 0);
  if (missing === 0) return [...rows];
  return [...rows, { ...(against ?? { account: EQUITY, activity: null, member: null }), amountOre: ore(missing) }];
}

function oncePerPost(posts: readonly Post[]): Post[] {
  const keyed = posts.map((post) => [`${post.activity} ${post.kind} ${post.member}`, post] as const);
  return [...new Map(keyed).values()];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
