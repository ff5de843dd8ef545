// Writers that book costs over HTTP and remember which ones were acknowledged.
import { issueToken } from '@finsam/platform';

export const SLUG = 'sodra-vatterbygden';

export interface Booked {
  readonly key: string;
  readonly amountOre: number;
}

export class Writers {
  readonly acknowledged: Booked[] = [];
  /** Sent, but no answer came: they may have been booked or not. */
  unknown: Booked[] = [];
  private next = 0;
  private writing = false;
  private lanes: Promise<void>[] = [];

  constructor(
    private readonly secret: string,
    private readonly name: string,
  ) {}

  start(url: string, lanes: number): void {
    this.writing = true;
    this.lanes = Array.from({ length: lanes }, async () => {
      while (this.writing) {
        const one = { key: `fault-${this.name}-${++this.next}`, amountOre: 100 + (this.next % 900) };
        if (!(await this.send(url, one))) this.unknown.push(one);
      }
    });
  }

  async stop(): Promise<void> {
    this.writing = false;
    await Promise.all(this.lanes);
  }

  /** Sends again, under the same keys, what got no answer; a client's old connections may fail it once more. */
  async resend(url: string): Promise<void> {
    for (let attempt = 0; this.unknown.length > 0; attempt++) {
      if (attempt === 10) throw new Error(`never answered: ${this.unknown.map(({ key }) => key).join(', ')}`);
      const again = this.unknown;
      this.unknown = [];
      for (const one of again) if (!(await this.send(url, one))) this.unknown.push(one);
    }
  }

  private async send(url: string, { key, amountOre }: Booked): Promise<boolean> {
    const body = {
      activity: 'kansli',
      account: 6410,
      against: 1910,
      amountOre,
      date: '2024-05-02',
      text: 'Kontorsmaterial',
    };
    const headers = {
      authorization: `Bearer ${issueToken({ secret: this.secret }, `association:${SLUG}`)}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    try {
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await fetch(`${url}/v1/associations/${SLUG}/fiscal-years/2024/costs`, init);
      if (response.status !== 201) return false;
      await response.json();
      this.acknowledged.push({ key, amountOre });
      return true;
    } catch {
      return false;
    }
  }
}
