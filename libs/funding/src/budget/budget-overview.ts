// A budget beside its plan years and the year before: results, the chain of equity, balance and warnings. Pure.
import { addOre, type BusinessDate, negateOre, type Ore, ore, shareOre, sumOre, WHOLE, ZERO } from '@finsam/kernel';
import type { BudgetKind } from '../budget-kinds/budget-kinds.events';
import type { PlannedYear } from './budget-version.projection';
import { sided, type SidedPost, type Totals, totalsOf, unsettledKinds } from './totals';

export interface PlanColumn extends PlannedYear {
  readonly column: 'budget' | 'forecast' | 'plan';
  /** The reporting date of a forecast. */
  readonly asOf: BusinessDate | null;
  /** Place among the columns of the one whose closing equity this one should start from. */
  readonly follows: number | null;
}

export interface ColumnOverview extends Pick<PlanColumn, 'column' | 'year' | 'asOf'> {
  readonly incomeOre: Ore | null;
  readonly costOre: Ore | null;
  /** Without opening equity. */
  readonly resultOre: Ore | null;
  readonly openingEquityOre: Ore | null;
  /** Said in the plan itself, or carried from the column before; null where neither is known. */
  readonly openingEquityFrom: 'plan' | 'carried' | null;
  /** The result with opening equity: what the year after starts from. */
  readonly closingEquityOre: Ore | null;
  readonly chain: Chain | null;
  readonly balance: Balance | null;
  readonly administration: Share | null;
  readonly unsettledKinds: readonly string[];
  readonly warnings: readonly Warning[];
}

/** The closing equity of the column before against the opening equity that this one says. */
export interface Chain {
  readonly closingOre: Ore;
  readonly openingOre: Ore;
  readonly differenceOre: Ore;
}

/** Income is to cover cost (11 kap. 5 § kommunallagen); what it does not cover is taken from equity, or lacks cover. */
export interface Balance {
  readonly balanced: boolean;
  readonly shortfallOre: Ore;
  readonly coveredByEquityOre: Ore;
  readonly uncoveredOre: Ore;
}

export interface Share {
  readonly amountOre: Ore;
  readonly ofOre: Ore;
  /** Hundredths of a per cent. Null for a share of nothing, or of less. */
  readonly basisPoints: number | null;
}

export interface Warning {
  readonly code: 'negative-post';
  readonly activity: string;
  readonly kind: string;
  readonly member: string | null;
  readonly amountOre: Ore;
  readonly text: string;
}

/** `administration`: the activities whose share of all cost is asked for; null for none. */
export function budgetOverview(
  columns: readonly PlanColumn[],
  kinds: readonly BudgetKind[],
  administration: readonly string[] | null,
): ColumnOverview[] {
  const done: ColumnOverview[] = [];
  for (const column of columns) {
    const before = column.follows === null ? null : (done[column.follows]?.closingEquityOre ?? null);
    done.push(columnOverview(column, kinds, administration, before));
  }
  return done;
}

function columnOverview(
  column: PlanColumn,
  kinds: readonly BudgetKind[],
  administration: readonly string[] | null,
  beforeOre: Ore | null,
): ColumnOverview {
  const posts = sided(column.posts, kinds);
  const totals = totalsOf(column, kinds);
  const stated = totals?.openingEquityOre ?? null;
  const openingEquityOre = stated ?? (totals && beforeOre);
  return {
    column: column.column,
    year: column.year,
    asOf: column.asOf,
    incomeOre: totals?.incomeOre ?? null,
    costOre: totals?.costOre ?? null,
    resultOre: totals?.resultOre ?? null,
    openingEquityOre,
    openingEquityFrom: stated !== null ? 'plan' : openingEquityOre !== null ? 'carried' : null,
    closingEquityOre: totals && openingEquityOre !== null ? addOre(openingEquityOre, totals.resultOre) : null,
    chain: stated !== null && beforeOre !== null ? chainOf(beforeOre, stated) : null,
    balance: totals && balanceOf(totals, openingEquityOre),
    administration: totals && administration && shareOf(posts, totals, administration),
    unsettledKinds: unsettledKinds(posts),
    warnings: planWarnings(posts),
  };
}

function chainOf(closingOre: Ore, openingOre: Ore): Chain {
  return { closingOre, openingOre, differenceOre: ore(openingOre - closingOre) };
}

/** Equity that is not known covers nothing. */
function balanceOf({ resultOre }: Totals, equityOre: Ore | null): Balance {
  const shortfallOre = resultOre < 0 ? negateOre(resultOre) : ZERO;
  const coveredByEquityOre = ore(Math.min(shortfallOre, Math.max(equityOre ?? 0, 0)));
  const uncoveredOre = ore(shortfallOre - coveredByEquityOre);
  return { balanced: shortfallOre === 0, shortfallOre, coveredByEquityOre, uncoveredOre };
}

function shareOf(posts: readonly SidedPost[], { costOre }: Totals, activities: readonly string[]): Share {
  const own = posts.filter(({ side, activity }) => side === 'cost' && activities.includes(activity));
  const amountOre = sumOre(own.map((post) => post.amountOre));
  const basisPoints = costOre <= 0 ? null : Number(shareOre(amountOre, WHOLE, costOre));
  return { amountOre, ofOre: costOre, basisPoints };
}

/** Of a budget or a forecast: what is odd about it, and no reason to refuse it. */
export function planWarnings(posts: readonly SidedPost[]): Warning[] {
  return posts.filter(isNegative).map(warningOf);
}

/** A post is positive for what it is, so below zero it may be a slip of the pen. Deficits carried forward are not. */
function isNegative({ side, amountOre }: SidedPost): boolean {
  return amountOre < 0 && side !== 'opening-equity';
}

function warningOf({ activity, kind, member, amountOre }: SidedPost): Warning {
  const post = [activity, kind, member].filter(Boolean).join(' · ');
  const text = `Posten ${post} är mindre än noll. Stämmer tecknet? Poster är positiva för det de är.`;
  return { code: 'negative-post', activity, kind, member, amountOre, text };
}
