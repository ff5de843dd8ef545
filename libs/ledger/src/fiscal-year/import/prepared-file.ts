// A file as a fiscal year is given it: read, in the association's own words, and with what is known beside it.
import type { BusinessDate, Ore } from '@finsam/kernel';
import type { Finding, FindingCode } from '../../sie/findings';
import type { CharsetDecision, SieType } from '../../sie/model';
import type { ImportedVoucher } from '../imported-voucher';
import type { MonthlyAmount } from './import.events';

/** `number` is null where the file leaves it to whoever reads. */
export type PreparedVoucher = Omit<ImportedVoucher, 'number'> & {
  readonly number: number | null;
  readonly line: number;
};

export interface AccountAmount {
  readonly account: number;
  readonly amountOre: Ore;
}

export interface PreparedFile {
  readonly bytes: number;
  readonly sieType: SieType;
  readonly charset: Omit<CharsetDecision, 'samples'>;
  readonly program: string;
  readonly generatedOn: BusinessDate | null;
  readonly through: BusinessDate | null;
  readonly accounts: readonly { readonly account: number; readonly name: string }[];
  /** Activities that the mapping names, with the names that the file has for them. */
  readonly activities: readonly { readonly activity: string; readonly name: string }[];
  readonly vouchers: readonly PreparedVoucher[];
  /** Each undefined where the file says nothing of the kind. */
  readonly opening: readonly AccountAmount[] | undefined;
  readonly closing: readonly AccountAmount[] | undefined;
  readonly result: readonly AccountAmount[] | undefined;
  /** Of types 1 to 3: what was booked in each month. */
  readonly movements: readonly MonthlyAmount[];
  readonly budget: readonly MonthlyAmount[];
  /** Of the year before, if that year is not kept here. */
  readonly before: { readonly opening: readonly AccountAmount[]; readonly movements: readonly MonthlyAmount[] };
  /** How the year before closed, if it is kept here. */
  readonly closedAt: readonly AccountAmount[] | undefined;
  readonly findings: readonly {
    readonly code: FindingCode;
    readonly count: number;
    readonly examples: readonly Finding[];
  }[];
  readonly skipped: readonly { readonly label: string; readonly count: number }[];
}
