// A voucher with its rows between braces. #TRANS is what stands; #RTRANS and #BTRANS tell how it came to.
import { type BusinessDate, ORE_LIMIT } from '@finsam/kernel';
import type { Findings } from '../findings';
import { objectKey, type SieChange, type SieRow, type SieVoucher } from '../model';
import { refuse } from '../refusals';
import { cleanText } from './clean-text';
import type { Row } from './tokens';
import { accountOf, amountOf, dateFrom, integerOf, objectsAt, optionalAt, textAt } from './values';

const ROWS_MAX = 1_000;
/** Also all struck and added rows of a voucher. */
const CHANGES_MAX = 200;
const TEXT_MAX = 200;
const SERIES_MAX = 20;

interface Head {
  readonly line: number;
  readonly series: string;
  readonly number: number | null;
  readonly date: BusinessDate;
  readonly text: string;
  readonly registeredOn: BusinessDate | null;
}

export const isVoucherRow = (label: string) => label === '#TRANS' || label === '#RTRANS' || label === '#BTRANS';

/** A voucher's series and number, as a person says them. */
export const nameOf = ({ series, number }: Pick<SieVoucher, 'series' | 'number'>) => `${series} ${number ?? '?'}`;

export class VoucherBlock {
  private readonly head: Head;
  private opened = false;
  private readonly rows: SieRow[] = [];
  private readonly changes: SieChange[] = [];
  /** An added row whose twin is expected next. */
  private added: string | undefined;
  private zeroRows = 0;

  constructor(
    row: Row,
    private readonly findings: Findings,
  ) {
    this.head = headOf(row, findings);
  }

  /** The finished voucher at its closing brace; null until then. */
  take(row: Row): SieVoucher | null {
    const { label, line } = row;
    if (!this.opened) {
      if (label !== '{') throw refuse('sie/open-voucher', { line });
      this.opened = true;
    } else if (label === '}') return this.finished();
    else if (isVoucherRow(label)) this.takeRow(row);
    else if (label === '{' || label === '#VER') throw refuse('sie/open-voucher', { line });
    return null;
  }

  get line(): number {
    return this.head.line;
  }

  private takeRow(row: Row): void {
    const { account, objects, amountOre, on } = rowOf(row);
    const told = `${account} ${amountOre} ${objects.map(objectKey).join()}`;
    if (row.label !== '#TRANS') {
      const change = row.label === '#BTRANS' ? ('struck' as const) : ('added' as const);
      if (change === 'added') this.expectTwin(told);
      if (this.changes.length >= CHANGES_MAX) return;
      this.changes.push({ change, on, account, amountOre, objects });
      return;
    }
    if (this.added !== undefined && this.added !== told) this.twinMissing();
    this.added = undefined;
    if (on !== null && on !== this.head.date) this.findings.add('row-date-differs', row.line, nameOf(this.head));
    if (amountOre === 0) this.zeroRows++;
    else if (this.rows.length >= ROWS_MAX) {
      throw refuse('sie/voucher-too-large', { line: this.head.line, most: ROWS_MAX });
    } else this.rows.push({ account, amountOre, objects });
  }

  private expectTwin(told: string): void {
    if (this.added !== undefined) this.twinMissing();
    this.added = told;
  }

  private twinMissing(): void {
    this.findings.add('added-row-alone', this.head.line, nameOf(this.head));
  }

  private finished(): SieVoucher {
    const { line } = this.head;
    if (this.added !== undefined) this.twinMissing();
    if (this.zeroRows > 0) this.findings.add('zero-rows', line, nameOf(this.head));
    if (this.rows.length === 0) this.findings.add('no-rows', line, nameOf(this.head));
    let [moved, differenceOre] = [0, 0];
    for (const { amountOre } of this.rows) {
      moved += Math.abs(amountOre);
      // What one voucher may move is far below where a sum could lose an öre.
      if (moved > 2 * ORE_LIMIT) throw refuse('sie/amounts-too-large', { line });
      differenceOre += amountOre;
    }
    if (differenceOre !== 0) throw refuse('sie/unbalanced-voucher', { line, differenceOre });
    return { ...this.head, rows: this.rows, changes: this.changes };
  }
}

/** Series, number, date, text, date of registration; who registered it is not kept. */
function headOf(row: Row, findings: Findings): Head {
  const { line } = row;
  const series = cleanText(textAt(row, 1), SERIES_MAX).text;
  const number = textAt(row, 2) === '' ? null : integerOf(textAt(row, 2), line);
  if (series === '') findings.add('without-series', line, String(number ?? '?'));
  if (number !== null && number < 0) throw refuse('sie/not-a-number', { line });
  const date = dateFrom(textAt(row, 3), line);
  const { text, cleaned, cut } = cleanText(optionalAt(row, 4), TEXT_MAX);
  if (cleaned) findings.add('text-cleaned', line);
  if (cut) findings.add('text-cut', line, String(TEXT_MAX));
  const registered = optionalAt(row, 5);
  return { line, series, number, date, text, registeredOn: registered === '' ? null : dateFrom(registered, line) };
}

/** Account, objects, amount, date; the row's text, quantity and sign are not kept. */
function rowOf(row: Row) {
  const { line, fields } = row;
  const account = accountOf(textAt(row, 1), line);
  // Some programs leave out the list where it is empty.
  const listed = typeof fields[1] !== 'string';
  const objects = listed ? objectsAt(row, 2) : [];
  const at = listed ? 3 : 2;
  const amountOre = amountOf(textAt(row, at), line);
  const on = optionalAt(row, at + 1);
  return { account, objects, amountOre, on: on === '' ? null : dateFrom(on, line) };
}
