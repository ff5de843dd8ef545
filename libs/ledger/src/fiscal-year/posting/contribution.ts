// A member's money: a claim when it is asked for, the claim's end when it comes, and the way back.
import { addOre, negateOre, type Ore, ore, sumOre } from '@finsam/kernel';
import type { DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { PostingEvent } from '../fiscal-year.events';
import { claimsOn, type OpenItem } from '../open-item';
import { refuse } from '../refusals';
import type { VoucherRow } from '../voucher';
import { costRows, incomeRows, itemOf, ofMember, voucherOf } from './rows';

export function invoiced(data: DataOf<'InvoiceContribution'>, number: number): PostingEvent {
  const { year, memberId, amountOre, dueOn } = data;
  const item = itemOf(data, number);
  const rows = incomeRows({ ...ofMember(data, memberId), item }, { member: memberId });
  const voucher = voucherOf(data, number, rows);
  return {
    type: 'ContributionInvoiced',
    data: { year, memberId, amountOre, item, ...(dueOn !== undefined && { dueOn }), voucher },
  };
}

/** Money that was asked for settles the claim: the income was booked with it. What nobody asked for is income now. */
export function received(data: DataOf<'ReceiveContribution'>, number: number, state: FiscalYear): PostingEvent {
  const { year, memberId, amountOre, item } = data;
  const claims = claimsOn(state.items, memberId).filter((claim) => item === undefined || claim.item === item);
  if (item !== undefined && claims.length === 0) throw refuse('ledger/no-such-claim', { item, pointer: '/item' });
  const settled = settle(claims, amountOre);
  const rest = addOre(amountOre, sumOre(settled.map((row) => row.amountOre)));
  const income = incomeRows({ ...ofMember(data, memberId), item: undefined, amountOre: rest });
  const bank: VoucherRow = { account: data.against, amountOre, dimensions: {} };
  const voucher = voucherOf(data, number, [...(rest > 0 ? [income[0]!] : []), ...settled, bank]);
  const carried = new Set(claims.filter((claim) => claim.carried).map((claim) => claim.item));
  const earlier = settled.filter(({ dimensions }) => carried.has(dimensions['item']!));
  const ofEarlierYearOre = negateOre(sumOre(earlier.map((row) => row.amountOre)));
  return {
    type: 'ContributionReceived',
    data: { year, memberId, amountOre, ...(ofEarlierYearOre > 0 && { ofEarlierYearOre }), voucher },
  };
}

/** Credits on the claims, the oldest first, until the money is used up. */
function settle(claims: readonly OpenItem[], amountOre: Ore): VoucherRow[] {
  const rows: VoucherRow[] = [];
  let left: number = amountOre;
  for (const { account, item, member, amountOre: open } of claims) {
    const part = Math.min(left, open);
    if (part === 0) break;
    left -= part;
    rows.push({ account, amountOre: ore(-part), dimensions: { item, ...(member !== undefined && { member }) } });
  }
  return rows;
}

export function repaid(data: DataOf<'RepayContribution'>, number: number): PostingEvent {
  const { year, memberId, amountOre } = data;
  const voucher = voucherOf(data, number, costRows(ofMember(data, memberId)));
  return { type: 'ContributionRepaid', data: { year, memberId, amountOre, voucher } };
}

export type Movement = NonNullable<Extract<PostingEvent, { type: 'VoucherCorrected' }>['data']['contribution']>;

const MOVEMENTS = {
  ContributionInvoiced: 'invoiced',
  ContributionReceived: 'received',
  ContributionRepaid: 'repaid',
} as const;

/** The same the other way round. */
export function turned({ ofEarlierYearOre, ...movement }: Movement): Movement {
  const earlier = ofEarlierYearOre !== undefined && { ofEarlierYearOre: negateOre(ofEarlierYearOre) };
  return { ...movement, amountOre: negateOre(movement.amountOre), ...earlier };
}

/** What a voucher did to a member's contribution; undefined for one that has nothing to do with any. */
export function contributionIn(event: PostingEvent): Movement | undefined {
  switch (event.type) {
    case 'ContributionInvoiced':
    case 'ContributionReceived':
    case 'ContributionRepaid':
      return {
        memberId: event.data.memberId,
        movement: MOVEMENTS[event.type],
        amountOre: event.data.amountOre,
        ...('ofEarlierYearOre' in event.data && { ofEarlierYearOre: event.data.ofEarlierYearOre }),
      };
    case 'VoucherCorrected': {
      const { contribution } = event.data;
      return contribution && turned(contribution);
    }
    default:
      return undefined;
  }
}
