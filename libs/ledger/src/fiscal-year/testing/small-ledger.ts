// The books kept the plainest way there is, for specs: a list of vouchers and a handful of rules.
import type { FiscalYearCommand } from '../commands';

interface Kept {
  readonly rows: readonly { account: number; amountOre: number }[];
  readonly date: string;
  corrected: boolean;
}

/** Says what must come of a command, and keeps what was booked. Knows vouchers, corrections, locks and the end. */
export class SmallLedger {
  readonly vouchers = new Map<string, Kept>();
  readonly balances = new Map<number, number>();
  private readonly numbers = new Map<string, number>();
  private locked = 0;
  private closed = false;
  private opened = false;

  /** The code of the refusal, `nothing`, or the number that the voucher gets. */
  take({ type, data }: FiscalYearCommand): string {
    switch (type) {
      case 'SetOpeningBalances':
        return this.begin(data.balances);
      case 'LockPeriods':
        if (this.closed) return 'ledger/year-closed';
        if (this.locked >= data.through) return 'nothing';
        this.locked = data.through;
        return 'done';
      case 'UnlockPeriods':
        if (this.closed) return 'ledger/year-closed';
        if (this.locked < data.from) return 'nothing';
        this.locked = data.from - 1;
        return 'done';
      case 'CloseFiscalYear':
        if (this.closed) return 'nothing';
        this.closed = true;
        return 'done';
      case 'BookVoucher':
        return this.book(data, () => data.rows);
      case 'CorrectVoucher':
        return this.book(data, () => {
          const original = this.vouchers.get(data.corrects);
          if (!original) return 'ledger/no-such-voucher';
          if (original.corrected) return 'ledger/already-corrected';
          if (data.date < original.date) return 'ledger/correction-before-original';
          original.corrected = true;
          return original.rows.map(({ account, amountOre }) => ({ account, amountOre: -amountOre }));
        });
      default:
        throw new Error(`the small ledger does not know ${type}`);
    }
  }

  private begin(balances: readonly { account: number; amountOre: number }[]): string {
    if (this.opened) return 'ledger/opening-balances-set';
    if (this.closed) return 'ledger/year-closed';
    if (sum(balances) !== 0) return 'ledger/unbalanced-opening';
    this.opened = true;
    this.move(balances);
    return 'done';
  }

  private book(
    { voucherId, date, series }: { voucherId: string; date: string; series: string },
    rowsOf: () => string | readonly { account: number; amountOre: number }[],
  ): string {
    if (this.closed) return 'ledger/year-closed';
    if (!date.startsWith('2024')) return 'ledger/date-outside-year';
    if (Number(date.slice(5, 7)) <= this.locked) return 'ledger/period-locked';
    const rows = rowsOf();
    if (typeof rows === 'string') return rows;
    if (sum(rows) !== 0) return 'ledger/unbalanced-voucher';
    this.move(rows);
    this.vouchers.set(voucherId, { rows, date, corrected: false });
    const number = (this.numbers.get(series) ?? 0) + 1;
    this.numbers.set(series, number);
    return `${series}${number}`;
  }

  private move(rows: readonly { account: number; amountOre: number }[]): void {
    for (const { account, amountOre } of rows)
      this.balances.set(account, (this.balances.get(account) ?? 0) + amountOre);
  }
}

const sum = (rows: readonly { amountOre: number }[]) => rows.reduce((total, { amountOre }) => total + amountOre, 0);
