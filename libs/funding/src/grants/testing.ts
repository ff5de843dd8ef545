// An invented grant of two years, and what may be done with it, for the specs of this folder.
import { ore } from '@finsam/kernel';
import { day, decided } from '../testing';
import {
  DecideGrant,
  EndGrant,
  type GrantCommand,
  RecordGrantPayment,
  RecordGrantRepayment,
  RequisitionGrant,
  ReviseGrant,
} from './grant.decider';
import {
  GrantDecided,
  GrantEnded,
  type GrantEvent,
  GrantPaid,
  GrantRepaid,
  GrantRequisitioned,
  GrantRevised,
} from './grant.events';

type DataOf<Type extends GrantCommand['type']> = Extract<GrantCommand, { type: Type }>['data'];

export const amounts = (...list: (readonly [year: number, amount: number])[]) =>
  list.map(([year, amount]) => ({ year, amountOre: ore(amount) }));

export const decision: DataOf<'DecideGrant'> = {
  grantId: 'grant-1',
  activity: 'stegen',
  insatsId: 'stegen',
  from: day('2023-01-01'),
  to: day('2024-12-31'),
  amounts: amounts([2023, 100], [2024, 200]),
  conditions: ['Redovisas två gånger om året'],
  generalDeductionBasisPoints: 1_000,
  decision: decided('2022-11-25'),
};
export const revision = (list = amounts([2023, 100], [2024, 50]), changes: object = {}): DataOf<'ReviseGrant'> => {
  const { activity: _, insatsId: __, ...terms } = decision;
  return { ...terms, amounts: list, decision: decided('2023-09-15'), ...changes };
};
const movement = (year: number, amount: number) => ({
  grantId: 'grant-1',
  year,
  on: day(`${year}-06-30`),
  amountOre: ore(amount),
});
const ended: DataOf<'EndGrant'> = { grantId: 'grant-1', on: day('2024-06-30'), decision: decided('2024-06-14') };

export const decide = (changes: Partial<typeof decision> = {}) => DecideGrant({ ...decision, ...changes });
export const revise = (...of: Parameters<typeof revision>) => ReviseGrant(revision(...of));
export const requisition = (amount: number, id = 'requisition-1', year = 2023) =>
  RequisitionGrant({ ...movement(year, amount), requisitionId: id });
export const pay = (amount: number, id = 'payment-1', year = 2023) =>
  RecordGrantPayment({ ...movement(year, amount), paymentId: id });
export const repay = (amount: number, id = 'repayment-1', year = 2023) =>
  RecordGrantRepayment({ ...movement(year, amount), repaymentId: id });
export const end = (changes: Partial<typeof ended> = {}) => EndGrant({ ...ended, ...changes });

/** What each command makes happen, when it is taken. */
export function happened(command: GrantCommand): GrantEvent {
  switch (command.type) {
    case 'DecideGrant':
      return GrantDecided(command.data);
    case 'ReviseGrant':
      return GrantRevised(command.data);
    case 'RequisitionGrant':
      return GrantRequisitioned(command.data);
    case 'RecordGrantPayment':
      return GrantPaid(command.data);
    case 'RecordGrantRepayment':
      return GrantRepaid(command.data);
    case 'EndGrant':
      return GrantEnded(command.data);
  }
}
