// What a default layout is filled with: an association's members, activities and kinds of budget posts.

/** Which of the three groups of costs an activity belongs to in the distribution of costs. */
export type CostGroup = 'administration' | 'struktur' | 'individ';

export interface DefaultMember {
  readonly memberId: string;
  readonly name: string;
}

export interface DefaultActivity {
  readonly activity: string;
  readonly name: string;
  readonly group: CostGroup;
}

/** A kind of budget posts, as the association has settled it. */
export interface DefaultKind {
  readonly kind: string;
  readonly side: 'income' | 'cost' | 'opening-equity';
  readonly accounts?: readonly (readonly [from: number, to: number])[] | undefined;
}

export interface Registers {
  /** In the order in which statements print them. */
  readonly members: readonly DefaultMember[];
  readonly activities: readonly DefaultActivity[];
  /** Absent: `bidrag` is contributions and `kostnad` is costs. */
  readonly kinds?: readonly DefaultKind[] | undefined;
}

/** Which kinds of posts fall on which rows. */
export interface PostKinds {
  readonly contributions: readonly string[];
  readonly otherIncome: readonly string[];
  readonly financialIncome: readonly string[];
  readonly costs: readonly string[];
  readonly financialCosts: readonly string[];
  readonly openingEquity: readonly string[];
}

/** More activities than this have no row each: a table has at most 300. */
export const MOST_ACTIVITIES = 100;

/** Driftbidrag from kommuner, the region and the state, in Kommun-Bas as we start it. */
export const CONTRIBUTIONS: readonly [number, number] = [3510, 3539];
const FINANCIAL_FROM = 8000;
const UNSETTLED: readonly DefaultKind[] = [
  { kind: 'bidrag', side: 'income', accounts: [CONTRIBUTIONS] },
  { kind: 'kostnad', side: 'cost' },
];

/** No kind is known by its name: where its posts stand follows from its side and from what is booked on it. */
export function postKinds(kinds: Registers['kinds'] = UNSETTLED): PostKinds {
  const of = (wanted: (kind: DefaultKind) => boolean) => kinds.filter(wanted).map(({ kind }) => kind);
  const isContribution = ({ accounts = [] }: DefaultKind) =>
    accounts.some(([from, to]) => from <= CONTRIBUTIONS[1] && to >= CONTRIBUTIONS[0]);
  const isFinancial = ({ accounts = [] }: DefaultKind) =>
    accounts.length > 0 && accounts.every(([from]) => from >= FINANCIAL_FROM);
  return {
    contributions: of((kind) => kind.side === 'income' && isContribution(kind)),
    otherIncome: of((kind) => kind.side === 'income' && !isContribution(kind) && !isFinancial(kind)),
    financialIncome: of((kind) => kind.side === 'income' && !isContribution(kind) && isFinancial(kind)),
    costs: of((kind) => kind.side === 'cost' && !isFinancial(kind)),
    financialCosts: of((kind) => kind.side === 'cost' && isFinancial(kind)),
    openingEquity: of(({ side }) => side === 'opening-equity'),
  };
}
