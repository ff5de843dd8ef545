// Walks the seal rows beside the events and gives the link that each event was sealed with. Rows must follow each
// other without gap or overlap; a row that does not is named and used for what no row before it covers.
import { HASH_BYTES } from '../chain';
import type { SealRow } from '../seal-row';
import type { Findings } from './findings';

export type Pages<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

export class SealedLinks {
  /** Position up to which rows have been read. */
  private covered = 0;
  private row: SealRow = { position: 0, links: Buffer.alloc(0) };
  private readonly rows: AsyncGenerator<SealRow>;

  constructor(
    pages: Pages<SealRow>,
    private readonly headPosition: number,
    private readonly findings: Findings,
  ) {
    this.rows = eachOf(pages);
  }

  /** The stored link of an event; undefined where no row covers it. Positions must be asked for in ascending order. */
  at(position: number): Buffer | undefined | Promise<Buffer | undefined> {
    // Nearly always the row at hand covers it: no promise then.
    return position <= this.row.position ? this.inRow(position) : this.further(position);
  }

  /** Reads what rows are left; the position up to which the log is sealed. */
  async end(): Promise<number> {
    while (await this.next());
    return Math.min(this.covered, this.headPosition);
  }

  private inRow(position: number): Buffer | undefined {
    const end = this.row.links.length - (this.row.position - position) * HASH_BYTES;
    return end >= HASH_BYTES ? this.row.links.subarray(end - HASH_BYTES, end) : undefined;
  }

  private async further(position: number): Promise<Buffer | undefined> {
    while (position > this.row.position) {
      if (!(await this.next())) return undefined;
    }
    return this.inRow(position);
  }

  private async next(): Promise<boolean> {
    const { value: row, done } = await this.rows.next();
    if (done) return false;
    if (row.links.length === 0 || row.links.length % HASH_BYTES !== 0) {
      this.findings.add('seal-malformed', Math.min(this.covered + 1, row.position), row.position);
      return true;
    }
    const { covered, headPosition } = this;
    const first = row.position - row.links.length / HASH_BYTES + 1;
    if (first <= covered) this.findings.add('seal-repeated', row.position);
    const gapEnd = Math.min(first - 1, headPosition);
    if (gapEnd > covered) this.findings.add('seal-missing', covered + 1, gapEnd);
    if (row.position > headPosition) {
      this.findings.add('seal-beyond-head', Math.max(first, headPosition + 1), row.position);
    }
    if (row.position > covered) {
      this.covered = row.position;
      this.row = row;
    }
    return true;
  }
}

async function* eachOf<Row>(pages: Pages<Row>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page;
}
