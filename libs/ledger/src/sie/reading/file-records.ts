// What each record outside the vouchers says. A label that is not here is skipped and counted.
import { type BusinessDate, type Ore } from '@finsam/kernel';
import type { Findings } from '../findings';
import { objectKey, type SieBalance, type SieObject, type SiePeriodBalance, type SieYear } from '../model';
import { refuse } from '../refusals';
import { cleanText } from './clean-text';
import type { Row } from './tokens';
import { accountOf, amountOf, dateFrom, integerOf, objectsAt, optionalAt, periodFrom, textAt } from './values';

const RECORDS_MAX = 200_000;
const NAME_MAX = 80;

export class FileRecords {
  readonly labels = new Set<string>();
  flag = '';
  format = '';
  sieType = '';
  program = '';
  company = '';
  organisationNumber: string | null = null;
  chart: string | null = null;
  generatedOn: BusinessDate | null = null;
  through: BusinessDate | null = null;
  readonly years = new Map<number, SieYear>();
  readonly accounts = new Map<number, string>();
  readonly dimensions = new Map<number, string>();
  readonly objects = new Map<string, string>();
  readonly balances: SieBalance[] = [];
  readonly periodBalances: SiePeriodBalance[] = [];
  /** Where each balance stands, to tell one that is said twice. */
  private readonly lines = new Map<string, number>();

  constructor(private readonly findings: Findings) {}

  /** False if the label is none of ours. */
  take(row: Row): boolean {
    const read = RECORDS[row.label];
    if (!read) return false;
    this.labels.add(row.label);
    read(this, row);
    return true;
  }

  name(row: Row, field: number): string {
    const { text, cleaned, cut } = cleanText(optionalAt(row, field), NAME_MAX);
    if (cleaned) this.findings.add('text-cleaned', row.line);
    if (cut) this.findings.add('text-cut', row.line, String(NAME_MAX));
    return text;
  }

  account(row: Row): void {
    const account = textAt(row, 1);
    if (!/^[1-9]\d{3}$/.test(account)) return this.findings.add('account-not-four-digits', row.line);
    this.accounts.set(Number(account), this.name(row, 2) || `Konto ${account}`);
  }

  object(row: Row): void {
    const object = { dimension: integerOf(textAt(row, 1), row.line), code: textAt(row, 2) };
    if (this.objects.size >= RECORDS_MAX) throw refuse('sie/too-many', { line: row.line, most: RECORDS_MAX });
    this.objects.set(objectKey(object), this.name(row, 3));
  }

  balance(row: Row, kind: SieBalance['kind']): void {
    const { line } = row;
    const parted = kind === 'OIB' || kind === 'OUB';
    const year = integerOf(textAt(row, 1), line);
    const account = accountOf(textAt(row, 2), line);
    const object = parted ? (objectsAt(row, 3)[0] ?? null) : null;
    const amountOre = amountOf(textAt(row, parted ? 4 : 3), line);
    this.once(line, `${kind} ${year} ${account} ${object ? objectKey(object) : ''}`, this.balances);
    this.balances.push({ line, kind, year, account, object, amountOre });
  }

  periodBalance(row: Row, kind: SiePeriodBalance['kind']): void {
    const { line, fields } = row;
    const year = integerOf(textAt(row, 1), line);
    const period = periodFrom(textAt(row, 2), line);
    const account = accountOf(textAt(row, 3), line);
    // Type 2 came before objects did, and some of its files have no list.
    const listed = typeof fields[3] !== 'string';
    const objects: SieObject[] = listed ? objectsAt(row, 4) : [];
    const amountOre: Ore = amountOf(textAt(row, listed ? 5 : 4), line);
    const key = `${kind} ${year} ${period.year} ${period.month} ${account} ${objects.map(objectKey).join()}`;
    this.once(line, key, this.periodBalances);
    this.periodBalances.push({ line, kind, year, month: period.month, account, objects, amountOre });
  }

  private once(line: number, key: string, list: readonly unknown[]): void {
    const first = this.lines.get(key);
    if (first !== undefined) throw refuse('sie/balance-twice', { line, first });
    if (list.length >= RECORDS_MAX) throw refuse('sie/too-many', { line, most: RECORDS_MAX });
    this.lines.set(key, line);
  }
}

const RECORDS: Readonly<Record<string, (file: FileRecords, row: Row) => void>> = {
  '#FLAGGA': (file, row) => void (file.flag = textAt(row, 1)),
  '#FORMAT': (file, row) => void (file.format = textAt(row, 1)),
  '#SIETYP': (file, row) => void (file.sieType = textAt(row, 1)),
  '#PROGRAM': (file, row) => void (file.program = file.name(row, 1)),
  '#GEN': (file, row) => void (file.generatedOn = dateFrom(textAt(row, 1), row.line)),
  '#FNAMN': (file, row) => void (file.company = file.name(row, 1)),
  '#ORGNR': (file, row) => void (file.organisationNumber = file.name(row, 1) || null),
  '#KPTYP': (file, row) => void (file.chart = file.name(row, 1) || null),
  '#OMFATTN': (file, row) => void (file.through = dateFrom(textAt(row, 1), row.line)),
  '#RAR': (file, row) => {
    const year = integerOf(textAt(row, 1), row.line);
    file.years.set(year, { from: dateFrom(textAt(row, 2), row.line), to: dateFrom(textAt(row, 3), row.line) });
  },
  '#VALUTA': (_, row) => {
    const currency = textAt(row, 1);
    if (currency !== 'SEK') throw refuse('sie/other-currency', { line: row.line, currency: currency.slice(0, 10) });
  },
  '#KONTO': (file, row) => file.account(row),
  '#DIM': (file, row) => void file.dimensions.set(integerOf(textAt(row, 1), row.line), file.name(row, 2)),
  '#UNDERDIM': (file, row) => void file.dimensions.set(integerOf(textAt(row, 1), row.line), file.name(row, 2)),
  '#OBJEKT': (file, row) => file.object(row),
  '#IB': (file, row) => file.balance(row, 'IB'),
  '#UB': (file, row) => file.balance(row, 'UB'),
  '#RES': (file, row) => file.balance(row, 'RES'),
  '#OIB': (file, row) => file.balance(row, 'OIB'),
  '#OUB': (file, row) => file.balance(row, 'OUB'),
  '#PSALDO': (file, row) => file.periodBalance(row, 'PSALDO'),
  '#PBUDGET': (file, row) => file.periodBalance(row, 'PBUDGET'),
};
