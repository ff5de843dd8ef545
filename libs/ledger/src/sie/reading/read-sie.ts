// Reads a SIE file of type 1 to 4 from its bytes, line by line, or refuses it whole.
import { Findings } from '../findings';
import type { Charset, SieFile, SieType, SieVoucher } from '../model';
import { refuse } from '../refusals';
import { decideCharset } from './charset';
import { Checksum } from './checksum';
import { FileRecords } from './file-records';
import { FILE_BYTES_MAX, isEndOfFileSign, linesOf } from './lines';
import { type Row, tokensOf } from './tokens';
import { isVoucherRow, VoucherBlock } from './voucher-block';

const VOUCHERS_MAX = 100_000;
/** What the format knows and we do not read: contacts, free text, kinds of accounts, units, codes of the tax form. */
const KNOWN = new Set(
  '#PROSA #ADRESS #BKOD #FTYP #FNR #KTYP #ENHET #SRU #TAXAR #KSUMMA #TRANS #RTRANS #BTRANS #UNDERDIM'.split(' '),
);
const MANDATORY = ['#PROGRAM', '#GEN', '#FNAMN', '#RAR', '#KONTO'];
const IN_4E = ['#IB', '#UB', '#RES'];

export function readSie(bytes: Buffer, asked?: Exclude<Charset, 'ascii'>): SieFile {
  if (bytes.length > FILE_BYTES_MAX) throw refuse('sie/too-large', { megabytes: FILE_BYTES_MAX / 1024 / 1024 });
  refuseOtherFormats(bytes);
  const charset = decideCharset(bytes, asked);
  const reading = new Reading(charset.charset);
  for (const { number, text } of linesOf(bytes, charset.charset)) reading.take(text, number);
  return { ...reading.finished(), charset };
}

class Reading {
  private readonly findings = new Findings();
  private readonly records = new FileRecords(this.findings);
  private readonly vouchers: SieVoucher[] = [];
  private readonly skipped = new Map<string, number>();
  /** Line of each voucher number in each series. */
  private readonly numbers = new Map<string, number>();
  private readonly checksum: Checksum;
  private block: VoucherBlock | undefined;
  /** The last record was skipped, and what follows it in braces is, too. */
  private skipping: 'record' | 'block' | undefined;
  private line = 0;

  constructor(private readonly charset: Charset) {
    this.checksum = new Checksum(charset);
  }

  take(text: string, line: number): void {
    this.line = line;
    if (isEndOfFileSign(text)) return this.findings.add('end-of-file-sign', line);
    const row = tokensOf(text, line);
    if (!row) return;
    this.checksum.meet(row);
    if (this.block) this.takeInBlock(this.block, row);
    else this.takeOutside(row);
  }

  private takeInBlock(block: VoucherBlock, row: Row): void {
    if (row.label.startsWith('#') && !isVoucherRow(row.label) && row.label !== '#VER') this.skip(row);
    const voucher = block.take(row);
    if (!voucher) return;
    this.block = undefined;
    if (this.vouchers.length >= VOUCHERS_MAX) throw refuse('sie/too-many', { line: row.line, most: VOUCHERS_MAX });
    if (voucher.number !== null) this.refuseTwice(voucher);
    this.vouchers.push(voucher);
  }

  private takeOutside(row: Row): void {
    const { label, line } = row;
    if (isVoucherRow(label)) throw refuse('sie/row-outside-voucher', { line });
    if (label === '{' || label === '}') return this.takeBrace(label, line);
    if (this.skipping === 'block') return this.skip(row);
    this.skipping = undefined;
    if (label === '#VER') this.block = new VoucherBlock(row, this.findings);
    else if (!this.records.take(row)) {
      this.skip(row);
      this.skipping = 'record';
    }
  }

  private takeBrace(brace: string, line: number): void {
    if (this.skipping !== (brace === '{' ? 'record' : 'block')) throw refuse('sie/open-voucher', { line });
    this.skipping = brace === '{' ? 'block' : undefined;
  }

  private skip({ label, line }: Row): void {
    const before = this.skipped.get(label) ?? 0;
    this.skipped.set(label, before + 1);
    if (before === 0 && !KNOWN.has(label) && this.skipping !== 'block') this.findings.add('unknown-label', line, label);
  }

  private refuseTwice({ series, number, line }: SieVoucher): void {
    const key = `${series} ${number}`;
    const first = this.numbers.get(key);
    if (first !== undefined) throw refuse('sie/number-twice', { line, series, number: number!, first });
    this.numbers.set(key, line);
  }

  finished(): Omit<SieFile, 'charset'> {
    const { records, vouchers, findings, skipped, line } = this;
    if (this.block) throw refuse('sie/open-voucher', { line: this.block.line });
    if (this.skipping === 'block') throw refuse('sie/open-voucher', { line });
    this.checksum.finish(line);
    const type = this.type();
    this.findMissing(type);
    const { program, company, organisationNumber, chart, generatedOn, through } = records;
    const { years, accounts, dimensions, objects, balances, periodBalances } = records;
    const head = { type, program, company, organisationNumber, chart, generatedOn, through };
    return { ...head, years, accounts, dimensions, objects, balances, periodBalances, vouchers, skipped, findings };
  }

  private type(): SieType {
    const { sieType, labels } = this.records;
    const balances = IN_4E.some((label) => labels.has(label));
    const four = balances ? '4E' : '4I';
    if (sieType === '') {
      const type = this.vouchers.length > 0 ? four : '1';
      this.findings.add('type-missing', null, type);
      return type;
    }
    // Files of 4I are often marked so, though the format has them say 4.
    if (/^4[EI]?$/i.test(sieType)) return four;
    if (!/^[123]$/.test(sieType)) throw sieType === '5' ? refuse('sie/xml') : refuse('sie/unknown-type', { line: 1 });
    if (this.vouchers.length > 0) throw refuse('sie/unknown-type', { line: this.vouchers[0]!.line });
    return sieType as SieType;
  }

  private findMissing(type: SieType): void {
    const { flag, format, labels } = this.records;
    if (flag === '1') this.findings.add('already-imported');
    if (flag === '') this.findings.add('no-flag');
    if (format.toUpperCase() !== 'PC8') this.findings.add('format-not-pc8');
    const pc8 = this.charset === 'cp437' || this.charset === 'ascii';
    if (!pc8) this.findings.add('charset-not-pc8', null, this.charset);
    const mandatory = type === '4I' ? MANDATORY.filter((label) => label !== '#RAR' && label !== '#KONTO') : MANDATORY;
    for (const label of type === '4E' ? [...mandatory, ...IN_4E] : mandatory) {
      if (!labels.has(label)) this.findings.add('mandatory-missing', null, label);
    }
  }
}

function refuseOtherFormats(bytes: Buffer): void {
  const head = bytes
    .subarray(0, 512)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
  if (head.startsWith('<')) throw refuse('sie/xml');
  if (!head.startsWith('#')) throw refuse('sie/not-sie');
}
