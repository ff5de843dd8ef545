// All that may be asked of a fiscal year.
import type { CommandsOf } from '@finsam/kernel';
import { accrualCommands } from './accruals';
import { AttestVoucher, bookingCommands, type BookVoucher } from './booking';
import type { header } from './header';
import { importCommands } from '../import/import-commands';
import { importedCommands } from './imported';
import { yearCommands } from './year';

export * from './accruals';
export * from './booking';
export * from '../import/import-commands';
export * from './imported';
export * from './year';

export const fiscalYearCommands = [
  ...yearCommands,
  ...bookingCommands,
  ...accrualCommands,
  AttestVoucher,
  ...importedCommands,
  ...importCommands,
] as const;

export type FiscalYearCommand = CommandsOf<typeof fiscalYearCommands>;
export type DataOf<Type extends FiscalYearCommand['type']> = Extract<FiscalYearCommand, { type: Type }>['data'];

/** Those that make a voucher of our own. */
export type BookingCommand = CommandsOf<readonly [...typeof bookingCommands, ...typeof accrualCommands]>;
export type VoucherHeader = Pick<CommandsOf<readonly [typeof BookVoucher]>['data'], keyof typeof header>;
