// Costs and incomes in the period they belong to, and provisions for what is owed in the far future.
import { negateOre, type Ore, ore, shareOre, WHOLE } from '@finsam/kernel';
import type { DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { PostingEvent } from '../fiscal-year.events';
import type { AccrualKind } from '../kinds';
import { itemsNamed } from '../open-item';
import { refuse } from '../refusals';
import type { Dimensions, VoucherRow } from '../voucher';
import { itemOf, ofMember, rowsOf, voucherOf } from './rows';

/** Whether the result account is debited: more cost, or less income. */
const DEBITS_RESULT: Readonly<Record<AccrualKind, boolean>> = {
  'accrued-cost': true,
  'prepaid-cost': false,
  'accrued-income': false,
  'deferred-income': true,
};

export function accrued(data: DataOf<'BookAccrual'>, number: number): PostingEvent {
  const { year, kind, amountOre, memberId } = data;
  const item = itemOf(data, number);
  const posting = { ...(memberId === undefined ? data : ofMember(data, memberId)), item };
  const onResult = DEBITS_RESULT[kind] ? amountOre : negateOre(amountOre);
  const aside: Dimensions = memberId === undefined ? {} : { member: memberId };
  const rows = rowsOf(posting, onResult, negateOre(onResult), aside);
  return { type: 'AccrualBooked', data: { year, kind, item, amountOre, voucher: voucherOf(data, number, rows) } };
}

export function dissolved(data: DataOf<'DissolveAccrual'>, number: number, state: FiscalYear): PostingEvent {
  const { year, item } = data;
  const open = itemsNamed(state.items, item)[0];
  if (!open) throw refuse('ledger/no-such-item', { item, pointer: '/item' });
  const leftOre = ore(Math.abs(open.amountOre));
  const amountOre = data.amountOre ?? leftOre;
  if (amountOre > leftOre) throw refuse('ledger/more-than-left', { item, leftOre, pointer: '/amountOre' });
  const result = resultSide(data, state);
  const onBalance = open.amountOre > 0 ? negateOre(amountOre) : amountOre;
  const rows: VoucherRow[] = [
    { ...result, amountOre: negateOre(onBalance) },
    {
      account: open.account,
      amountOre: onBalance,
      dimensions: { item, ...(open.member !== undefined && { member: open.member }) },
    },
  ];
  return { type: 'AccrualDissolved', data: { year, item, amountOre, voucher: voucherOf(data, number, rows) } };
}

/** Where the accrual came from this year; what came over from last year has to be told. */
function resultSide({ item, account, activity }: DataOf<'DissolveAccrual'>, state: FiscalYear) {
  const origin = state.accruals.get(item);
  const to = account ?? origin?.account;
  const on = activity ?? origin?.dimensions['activity'];
  if (to === undefined) throw refuse('ledger/account-needed', { item, pointer: '/account' });
  if (on === undefined) throw refuse('ledger/activity-needed', { item, pointer: '/activity' });
  return { account: to, dimensions: { ...origin?.dimensions, activity: on } };
}

/** Pension and the tax on it, each a cost and a provision. */
export function provided(data: DataOf<'BookProvision'>, number: number): PostingEvent {
  const { year, activity, amountOre, pension, payrollTax, payrollTaxBasisPoints } = data;
  const payrollTaxOre = shareOre(amountOre, payrollTaxBasisPoints, WHOLE);
  const part = (accounts: { cost: number; provision: number }, amount: Ore) =>
    rowsOf(
      { account: accounts.cost, against: accounts.provision, activity, amountOre: amount, dimensions: data.dimensions },
      amount,
      negateOre(amount),
    );
  const rows = [...part(pension, amountOre), ...(payrollTaxOre === 0 ? [] : part(payrollTax, payrollTaxOre))];
  return {
    type: 'ProvisionBooked',
    data: { year, activity, amountOre, payrollTaxOre, payrollTaxBasisPoints, voucher: voucherOf(data, number, rows) },
  };
}
