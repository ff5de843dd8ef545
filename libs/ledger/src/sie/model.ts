// A SIE file as it was read: what it says, in our types, before anything is made of it.
import type { BusinessDate, Ore } from '@finsam/kernel';
import type { Findings } from './findings';

/** 4E is a year with its balances and all vouchers, 4I vouchers alone; 1 to 3 are balances, coarser to finer. */
export type SieType = '1' | '2' | '3' | '4E' | '4I';

export type Charset = 'ascii' | 'cp437' | 'windows-1252' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** What the bytes were taken for, and on what grounds. */
export interface CharsetDecision {
  readonly charset: Charset;
  readonly chosenBy: 'bytes' | 'bom' | 'caller';
  /** Bytes that only make Swedish letters in CP437, or only in Windows-1252; letters of several bytes in UTF-8. */
  readonly cp437: number;
  readonly windows1252: number;
  readonly utf8: number;
  /** Names as they came out, for a person to approve. */
  readonly samples: readonly string[];
}

export interface SieObject {
  readonly dimension: number;
  readonly code: string;
}

export interface SieRow {
  readonly account: number;
  readonly amountOre: Ore;
  readonly objects: readonly SieObject[];
}

/** A row that was struck (#BTRANS) or added (#RTRANS) after the voucher was first booked. */
export interface SieChange extends SieRow {
  readonly change: 'struck' | 'added';
  readonly on: BusinessDate | null;
}

export interface SieVoucher {
  readonly line: number;
  readonly series: string;
  /** As the source numbered it; null where it leaves that to whoever reads (4I). */
  readonly number: number | null;
  readonly date: BusinessDate;
  readonly text: string;
  readonly registeredOn: BusinessDate | null;
  readonly rows: readonly SieRow[];
  readonly changes: readonly SieChange[];
}

/** Of a whole year: opening (IB), closing (UB), result (RES); with an object where the file parts them by it. */
export interface SieBalance {
  readonly line: number;
  readonly kind: 'IB' | 'UB' | 'RES' | 'OIB' | 'OUB';
  /** 0 is the file's year, -1 the one before. */
  readonly year: number;
  readonly account: number;
  readonly object: SieObject | null;
  readonly amountOre: Ore;
}

/** Of a month: its balance (PSALDO) or budget (PBUDGET), in all or for some objects. */
export interface SiePeriodBalance {
  readonly line: number;
  readonly kind: 'PSALDO' | 'PBUDGET';
  readonly year: number;
  readonly month: number;
  readonly account: number;
  readonly objects: readonly SieObject[];
  readonly amountOre: Ore;
}

export interface SieYear {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface SieFile {
  readonly type: SieType;
  readonly charset: CharsetDecision;
  readonly program: string;
  readonly generatedOn: BusinessDate | null;
  readonly company: string;
  readonly organisationNumber: string | null;
  /** How far the balances reach, in types 2 and 3. */
  readonly through: BusinessDate | null;
  readonly chart: string | null;
  /** By how many years back: 0, -1 … */
  readonly years: ReadonlyMap<number, SieYear>;
  readonly accounts: ReadonlyMap<number, string>;
  readonly dimensions: ReadonlyMap<number, string>;
  readonly objects: ReadonlyMap<string, string>;
  readonly balances: readonly SieBalance[];
  readonly periodBalances: readonly SiePeriodBalance[];
  readonly vouchers: readonly SieVoucher[];
  /** Labels that are not read, known or not, with how many there were. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly findings: Findings;
}

export const objectKey = ({ dimension, code }: SieObject): string => `${dimension} ${code}`;
