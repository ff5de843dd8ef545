// Associations that are written to while everything is killed, and what their writers were told.
import { accepted, aCost, makeAssociation, type Sender, senderTo } from '../queue/small-association';
import type { DataFolder } from './data-folder';

export interface Acknowledgement {
  readonly id: string;
  readonly position: number;
  readonly revision: number;
}

export interface Books {
  readonly slug: string;
  /** On an API each; the same one twice where there is only one. */
  readonly senders: readonly [Sender, Sender];
  /** Every cost ever sent, by its key, and its amount. */
  readonly sent: Map<string, number>;
  /** Those that were answered with 201, and what the answer said. */
  readonly acknowledged: Map<string, Acknowledgement>;
  /** Keys of those that were answered a second time, and differently. */
  readonly contradicted: string[];
  /** Keys of the reports ever ordered, and the run's id once the order was answered. */
  readonly orders: Map<string, string | null>;
}

/** Which of the two senders. */
export type Via = 0 | 1;

const ORDER = { type: 'delarsrapport', period: '2025-H1' };

export async function newBooks(urls: readonly [string, string], { config }: DataFolder, slug: string): Promise<Books> {
  const first = await makeAssociation(urls[0], config, slug);
  const second = senderTo(`${urls[1]}/v1/associations/${slug}/`, config, `association:${slug}`);
  const nothing = { sent: new Map(), acknowledged: new Map(), contradicted: [], orders: new Map() };
  return { slug, senders: [first, second], ...nothing };
}

/** Sends a new cost's key for the first time, or any key again. Throws when it is not acknowledged. */
export async function sendCost(books: Books, key: string, via: Via = 0): Promise<void> {
  // No two amounts are alike, so that a sum shows which is missing.
  const amountOre = books.sent.get(key) ?? 10_000 + books.sent.size * 101;
  books.sent.set(key, amountOre);
  const { status, body } = await books.senders[via].post('fiscal-years/2025/costs', aCost(amountOre, key), key);
  if (status !== 201) throw new Error(`not acknowledged: ${status} ${JSON.stringify(body)}`);
  const before = books.acknowledged.get(key);
  if (before && JSON.stringify(before) !== JSON.stringify(body)) books.contradicted.push(key);
  if (!before) books.acknowledged.set(key, body as unknown as Acknowledgement);
}

export async function sendOrder(books: Books, key: string, via: Via = 0): Promise<void> {
  if (!books.orders.has(key)) books.orders.set(key, null);
  books.orders.set(key, String((await accepted(books.senders[via].post('reports', ORDER, key)))['reportId']));
}

const AGAIN = 3;

/** Sends everything that was not answered, under the same keys, and some of what was: each is answered as before. */
export async function sendAgain(books: Books): Promise<void> {
  const answered = [...books.acknowledged.keys()].slice(-AGAIN);
  for (const key of books.sent.keys()) if (!books.acknowledged.has(key)) await sendCost(books, key);
  for (const [key, id] of books.orders) if (id === null) await sendOrder(books, key);
  for (const key of answered) await sendCost(books, key, 1);
}

export interface Voucher {
  readonly voucherId: string;
  readonly number: number;
}

export interface Balance {
  readonly account: number;
  readonly amountOre: number;
}

/** Everything the read models say of the year, once they have come to the position. */
export async function readModels(
  { senders: [sender] }: Books,
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
