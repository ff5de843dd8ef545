// Associations that are written to while everything is killed, and what their writers were told.
import type { DataFolder } from './data-folder';
import { accepted, aCost, type Answered, makeAssociation, type Sender } from '../queue/small-association';

export interface Acknowledgement {
  readonly id: string;
  readonly position: number;
  readonly revision: number;
}

export interface Books {
  readonly slug: string;
  readonly sender: Sender;
  /** Every cost ever sent, by its key, and its amount. */
  readonly sent: Map<string, number>;
  /** Those that were answered with 201, and what the answer said. */
  readonly acknowledged: Map<string, Acknowledgement>;
  /** Keys of the reports ever ordered, and the run's id once the order was answered. */
  readonly orders: Map<string, string | null>;
}

/** What a writer must know of the blow that is to come. */
export interface Blow {
  readonly struck: boolean;
  /** Called after each acknowledgement. */
  acknowledged(): void;
}

const REPORT_EACH = 4;
const ORDER = { type: 'delarsrapport', period: '2025-H1' };

export async function newBooks(url: string, { config }: DataFolder, slug: string): Promise<Books> {
  const sender = await makeAssociation(url, config, slug);
  return { slug, sender, sent: new Map(), acknowledged: new Map(), orders: new Map() };
}

/** Books one cost after the other until the blow, and orders a report now and then. */
export async function write(books: Books, writer: string, blow: Blow): Promise<void> {
  for (let n = 1; !blow.struck; n++) {
    const key = `${books.slug}-${writer}-${n}`;
    // No two amounts are alike, so that a sum shows which is missing.
    const amountOre = 10_000 + books.sent.size * 101;
    books.sent.set(key, amountOre);
    if (!(await isAnswered(sendCost(books, key), blow))) return;
    blow.acknowledged();
    if (n % REPORT_EACH !== 0) continue;
    books.orders.set(`${key}-report`, null);
    if (!(await isAnswered(sendOrder(books, `${key}-report`), blow))) return;
  }
}

/** After the blow anything but the promised answer is none; before it, it is an error. */
async function isAnswered(sending: Promise<void>, blow: Blow): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (blow.struck) return false;
    throw error;
  }
}

async function sendCost(books: Books, key: string): Promise<void> {
  const answer = await books.sender.post('fiscal-years/2025/costs', aCost(books.sent.get(key)!, key), key);
  if (answer.status !== 201) throw new Error(`not acknowledged: ${JSON.stringify(answer)}`);
  books.acknowledged.set(key, acknowledgement(answer));
}

async function sendOrder(books: Books, key: string): Promise<void> {
  books.orders.set(key, String((await accepted(books.sender.post('reports', ORDER, key)))['reportId']));
}

export function acknowledgement({ body }: Answered): Acknowledgement {
  return body as unknown as Acknowledgement;
}

/** Sends everything that was not answered, under the same keys, and some of what was: each is answered as before. */
export async function sendAgain(books: Books): Promise<void> {
  const answered = [...books.acknowledged].slice(-3);
  for (const key of books.sent.keys()) if (!books.acknowledged.has(key)) await sendCost(books, key);
  for (const [key, id] of books.orders) if (id === null) await sendOrder(books, key);
  for (const [key, before] of answered) {
    await sendCost(books, key);
    expect(books.acknowledged.get(key)).toEqual(before);
  }
}

/** Everything the read models say of the year, once they have come to the position. */
export async function readModels(
  { sender }: Books,
  position: number,
): Promise<{ journal: Voucher[]; balances: Balance[] }> {
  const year = 'fiscal-years/2025';
  const journal: Voucher[] = [];
  for (let after: unknown = 0; after !== null;) {
    const page = await accepted(sender.get(`${year}/vouchers?limit=200&after=${String(after)}&atLeast=${position}`));
    journal.push(...(page['vouchers'] as Voucher[]));
    after = page['next'];
  }
  const { balances } = await accepted(sender.get(`${year}/balances?atLeast=${position}`));
  return { journal, balances: balances as Balance[] };
}

export interface Voucher {
  readonly voucherId: string;
  readonly number: number;
}

export interface Balance {
  readonly account: number;
  readonly amountOre: number;
}
