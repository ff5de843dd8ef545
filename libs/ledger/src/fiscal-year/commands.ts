// All that may be asked of a fiscal year.
import type { CommandsOf } from '@finsam/kernel';
import { accrualCommands } from './commands/accruals';
import { AttestVoucher, bookingCommands, type BookVoucher } from './commands/booking';
import type { header } from './commands/header';
import { importCommands } from './import/import-commands';
import { importedCommands } from './commands/imported';
import { yearCommands } from './commands/year';

export * from './commands/accruals';
export * from './commands/booking';
export * from './import/import-commands';
export * from './commands/imported';
export * from './commands/year';

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
