// A year's books as a SIE 4E file, made piece by piece so that a large year need not be held as text.
import type { BusinessDate } from '@finsam/kernel';
import { objectKey, type SieObject, type SieRow, type SieVoucher } from '../model';
import { encodeCp437, type Replacement, toCp437 } from './cp437';

export interface SieBooks {
  readonly year: number;
  readonly company: string;
  readonly organisationNumber: string | null;
  readonly generatedOn: BusinessDate;
  readonly accounts: readonly { readonly account: number; readonly name: string }[];
  readonly dimensions: readonly { readonly dimension: number; readonly name: string }[];
  readonly objects: readonly (SieObject & { readonly name: string })[];
  readonly opening: readonly { readonly account: number; readonly amountOre: number }[];
  readonly closing: readonly { readonly account: number; readonly amountOre: number }[];
  readonly result: readonly { readonly account: number; readonly amountOre: number }[];
  readonly vouchers: Iterable<Omit<SieVoucher, 'line'>>;
}

export const OWN_PROGRAM = 'Finsambok';
const PIECE_CHARACTERS = 64 * 1024;
/** So many replacements are told one by one; all are counted. */
const REPLACEMENTS_MAX = 1_000;

export class SieWriter {
  readonly replacements: Replacement[] = [];
  replaced = 0;

  /** The file's bytes in pieces. What CP437 lacks is in `replacements` when the last piece is made. */
  *write(books: SieBooks): Generator<Buffer> {
    let piece = '';
    for (const line of this.lines(books)) {
      piece += `${line}\r\n`;
      if (piece.length < PIECE_CHARACTERS) continue;
      yield encodeCp437(piece);
      piece = '';
    }
    yield encodeCp437(piece);
  }

  private *lines(books: SieBooks): Generator<string> {
    yield* this.head(books);
    for (const { account, name } of books.accounts) {
      yield `#KONTO ${account} ${this.text(name, `#KONTO ${account}`)}`;
      yield `#KTYP ${account} ${'TSIKKKKK'[Math.floor(account / 1_000) - 1] ?? 'K'}`;
    }
    for (const { dimension, name } of books.dimensions) {
      yield `#DIM ${dimension} ${this.text(name, `#DIM ${dimension}`)}`;
    }
    for (const { dimension, code, name } of books.objects) {
      const where = `#OBJEKT ${dimension} ${code}`;
      yield `#OBJEKT ${dimension} ${this.text(code, where)} ${this.text(name, where)}`;
    }
    for (const { account, amountOre } of books.opening) yield `#IB 0 ${account} ${amountText(amountOre)}`;
    for (const { account, amountOre } of books.closing) yield `#UB 0 ${account} ${amountText(amountOre)}`;
    for (const { account, amountOre } of books.result) yield `#RES 0 ${account} ${amountText(amountOre)}`;
    for (const voucher of books.vouchers) yield* this.voucher(voucher);
  }

  private *head({ year, company, organisationNumber, generatedOn }: SieBooks): Generator<string> {
    yield '#FLAGGA 0';
    yield `#PROGRAM "${OWN_PROGRAM}" "1"`;
    yield '#FORMAT PC8';
    yield `#GEN ${dateText(generatedOn)}`;
    yield '#SIETYP 4';
    // With å, ä and ö, so that whoever judges by the bytes sees at once that this is CP437.
    yield '#PROSA "Räkenskapsåret utfört ur förbundets bokföring"';
    yield `#FNAMN ${this.text(company, '#FNAMN')}`;
    if (organisationNumber !== null) yield `#ORGNR ${organisationNumber}`;
    yield `#RAR 0 ${year}0101 ${year}1231`;
    yield '#VALUTA SEK';
  }

  private *voucher({ series, number, date, text, registeredOn, rows, changes }: Omit<SieVoucher, 'line'>) {
    const where = `#VER ${series} ${number ?? ''}`;
    const registered = registeredOn === null ? '' : ` ${dateText(registeredOn)}`;
    const name = `${this.text(series, where)} ${number ?? '""'}`;
    yield `#VER ${name} ${dateText(date)} ${this.text(text, where)}${registered}`;
    yield '{';
    const added = changes.filter(({ change }) => change === 'added');
    for (const row of rows) {
      // An added row is told of right before it stands.
      const of = added.findIndex((one) => told(one) === told(row));
      if (of >= 0) yield this.row('#RTRANS', added.splice(of, 1)[0]!, where);
      yield this.row('#TRANS', row, where);
    }
    for (const row of changes) if (row.change === 'struck') yield this.row('#BTRANS', row, where);
    yield '}';
  }

  private row(label: string, row: SieRow & { readonly on?: BusinessDate | null }, where: string): string {
    const list = row.objects.map(({ dimension, code }) => `${dimension} ${this.text(code, where)}`).join(' ');
    const date = row.on ? ` ${dateText(row.on)}` : '';
    return `   ${label} ${row.account} {${list}} ${amountText(row.amountOre)}${date}`;
  }

  /** In quotes, which are escaped. A backslash at the end would escape the quote that ends it. */
  private text(text: string, where: string): string {
    const told = (sign: string, written: string) => {
      this.replaced++;
      if (this.replacements.length < REPLACEMENTS_MAX) this.replacements.push({ where, sign, written });
    };
    const plain = toCp437(text, told).replace(/\\+$/, (slashes) => {
      for (const sign of slashes) told(sign, '/');
      return '/'.repeat(slashes.length);
    });
    return `"${plain.replaceAll('"', '\\"')}"`;
  }
}

const told = ({ account, amountOre, objects }: SieRow) => `${account} ${amountOre} ${objects.map(objectKey).join()}`;

export function amountText(amountOre: number): string {
  const digits = String(Math.abs(amountOre)).padStart(3, '0');
  return `${amountOre < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const dateText = (date: BusinessDate) => date.replaceAll('-', '');
