// The law's shares of a year's agreed contributions: half the state, a quarter each the region and the kommuner
// (5 § lag 2003:1210), and each kommun's own part of that quarter. A deviation is a warning, never a refusal: what
// the members have agreed on is a fact.
import type { MemberKind } from '@finsam/associations';
import { exactOre, ore, type Ore, roundOre, sumOre, timesExact } from '@finsam/kernel';
import type { AgreedSplit } from '../split/split.projection';

export interface PayingMember {
  readonly memberId: string;
  readonly name: string;
  readonly kind: MemberKind;
}

export type Verdict =
  | 'follows'
  | 'deviates'
  /** Something that it would be held against, or with, is not agreed. */
  | 'missing';

export interface Checked {
  readonly expectedOre: Ore | null;
  readonly agreedOre: Ore | null;
  readonly differenceOre: Ore | null;
  /** The same in whole kronor, as it is told. */
  readonly differenceKronor: number | null;
  /** How large the difference may be: the rounding of the amounts that are in it. */
  readonly toleranceOre: Ore;
  readonly verdict: Verdict;
}

export interface CheckedPart extends Checked {
  readonly part: MemberKind;
  readonly shareBasisPoints: number;
  readonly members: readonly (Checked & { readonly memberId: string; readonly name: string })[];
}

export interface ContributionCheck {
  readonly agreedOre: Ore | null;
  readonly parts: readonly CheckedPart[];
  readonly warnings: readonly { readonly rule: string; readonly part: MemberKind; readonly text: string }[];
}

const SHARES: readonly (readonly [MemberKind, number])[] = [
  ['stat', 5_000],
  ['region', 2_500],
  ['kommun', 2_500],
];
/** Amounts are agreed in whole kronor where no other rounding is. */
const KRONA = 100;

/**
 * The state's half is decided first and the others meet it, so the quarters are reckoned from it. Where the state has
 * agreed nothing, nothing can be held against it.
 */
export function contributionCheck(
  members: readonly PayingMember[],
  agreed: readonly { readonly memberId: string; readonly amountOre: Ore }[],
  split: AgreedSplit | null,
): ContributionCheck {
  const amounts = new Map(agreed.map(({ memberId, amountOre }) => [memberId, amountOre]));
  const agreedBy = (list: readonly PayingMember[]) => list.flatMap(({ memberId }) => amounts.get(memberId) ?? []);
  const half = sumOrNull(agreedBy(members.filter(({ kind }) => kind === 'stat')));
  const quarter = half === null ? null : timesExact(exactOre(half), 1, 2);
  const rounding = split?.roundingOre ?? KRONA;
  const weights = split?.parts.reduce((sum, { weight }) => sum + weight, 0) ?? 0;
  const parts = SHARES.map(([part, shareBasisPoints]): CheckedPart => {
    const own = members.filter(({ kind }) => kind === part);
    const list = agreedBy(own);
    const tolerance = part === 'kommun' ? Math.floor((own.length * rounding) / 2) : KRONA / 2;
    const whole = part === 'stat' ? half : quarter && roundOre(quarter);
    const checkMember = ({ memberId, name }: PayingMember) => {
      const weight = part === 'kommun' ? split?.parts.find((one) => one.memberId === memberId)?.weight : undefined;
      const alone = own.length === 1 ? whole : null;
      const expected = quarter && weight !== undefined ? roundOre(timesExact(quarter, weight, weights)) : alone;
      const allowed = part === 'kommun' ? Math.floor(rounding / 2) : tolerance;
      return { memberId, name, ...checked(expected, amounts.get(memberId) ?? null, allowed) };
    };
    const sum = checked(whole, sumOrNull(list), tolerance);
    const verdict = list.length < own.length ? 'missing' : sum.verdict;
    return { part, shareBasisPoints, ...sum, verdict, members: own.map(checkMember) };
  });
  return { agreedOre: sumOrNull(agreedBy(members)), parts, warnings: parts.flatMap(warningsOf) };
}

function checked(expectedOre: Ore | null, agreedOre: Ore | null, tolerance: number): Checked {
  const toleranceOre = ore(tolerance);
  if (expectedOre === null || agreedOre === null) {
    const unknown = { differenceOre: null, differenceKronor: null };
    return { expectedOre, agreedOre, ...unknown, toleranceOre, verdict: 'missing' };
  }
  const differenceOre = ore(agreedOre - expectedOre);
  const verdict = Math.abs(differenceOre) <= tolerance ? 'follows' : 'deviates';
  const differenceKronor = roundOre(exactOre(differenceOre), KRONA) / KRONA;
  return { expectedOre, agreedOre, differenceOre, differenceKronor, toleranceOre, verdict };
}

const WHOSE: Readonly<Record<MemberKind, string>> = { stat: 'Statens', region: 'Regionens', kommun: 'Kommunernas' };

function warningsOf({ part, verdict, differenceKronor, toleranceOre, members }: CheckedPart) {
  const rule = '5 § lag (2003:1210)';
  const within = `avrundningen medger ${inKronor(toleranceOre)}`;
  const ofPart = `${WHOSE[part]} bidrag avviker med ${differenceKronor} kronor från sin del enligt ${rule}; ${within}.`;
  const ofMembers = members
    // A part of one member has been told already.
    .filter((member) => member.verdict === 'deviates' && part === 'kommun' && members.length > 1)
    .map((member) => {
      const off = `avviker med ${member.differenceKronor} kronor från sin del av kommunernas fjärdedel`;
      return {
        rule,
        part,
        text: `${member.name}: bidraget ${off}; avrundningen medger ${inKronor(member.toleranceOre)}.`,
      };
    });
  return [...(verdict === 'deviates' ? [{ rule, part, text: ofPart }] : []), ...ofMembers];
}

function sumOrNull(amounts: readonly Ore[]): Ore | null {
  return amounts.length === 0 ? null : sumOre(amounts);
}

/** Half a krona is the least that a rounding allows. */
function inKronor(amount: Ore): string {
  return amount < KRONA ? `${amount} öre` : `${String(amount / KRONA).replace('.', ',')} kronor`;
}
