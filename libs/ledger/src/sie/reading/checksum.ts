// #KSUMMA: CRC-32 over the text of what stands between the two, without what parts and quotes it.
import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Charset } from '../model';
import { refuse } from '../refusals';
import type { Row } from './tokens';
import { textAt } from './values';

export class Checksum {
  private sum: number | undefined;

  constructor(private readonly charset: Charset) {}

  /** Every row is shown here, in order. Throws at the second #KSUMMA if it is not right. */
  meet(row: Row): void {
    if (row.label !== '#KSUMMA') {
      if (this.sum !== undefined) this.add(row);
    } else if (row.fields.length === 0) this.sum = 0;
    else if (this.sum === undefined || Number(textAt(row, 1)) >>> 0 !== this.sum) {
      throw refuse('sie/wrong-checksum', { line: row.line });
    } else this.sum = undefined;
  }

  /** Begun and never ended: the file has been cut. */
  finish(line: number): void {
    if (this.sum !== undefined) throw refuse('sie/wrong-checksum', { line });
  }

  private add({ label, fields }: Row): void {
    const braces = label === '{' || label === '}';
    for (const text of [...(braces ? [] : [label]), ...fields.flat()]) this.sum = crc32(this.bytesOf(text), this.sum);
  }

  private bytesOf(text: string): Buffer {
    return iconv.encode(text, this.charset === 'ascii' ? 'latin1' : this.charset);
  }
}
