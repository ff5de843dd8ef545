// What an example of a request is, and the words that many of them share.
import type { Sent } from '../../service';

export interface Example {
  readonly operation: string;
  /** Path parameters. `{ledger.book-cost}` stands for the id that the example of that operation was given. */
  readonly params?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where the route takes a file: what is sent in place of the body, and a file that could have been sent instead. */
  readonly file?: { readonly type: string; readonly text: string; readonly other: string };
  /** Of the address, for what takes a file has no other place for it. */
  readonly query?: string;
  /** What the same request could have said instead; null where there is nothing to say. */
  readonly other: Readonly<Record<string, unknown>> | null;
  /** Events that it records; one unless it says otherwise. */
  readonly events?: number;
  /** Sent by the installation's operator, since nobody attests what they have booked themselves. */
  readonly byOperator?: true;
  /** What has to be sent before it. */
  readonly needs?: readonly Need[];
  /** Ends something that other requests need, so it is sent after all of them. */
  readonly last?: true;
}

export interface Need {
  readonly operation: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Another association than the one that the examples are of. */
  readonly as?: string;
}

/** The Idempotency-Key that the need at this place is sent under. */
export const keyOfNeed = (operation: string, index: number) => `need-${index}-${operation}`;

/** A route's valid request, as it is sent. */
export function sentOf({ body, file }: Example): Sent {
  return file ? { raw: file.text, headers: { 'content-type': file.type } } : { body };
}

/** The same request with other words. */
export function otherSentOf({ body, other, file }: Example): Sent {
  return file ? { raw: file.other, headers: { 'content-type': file.type } } : { body: { ...body, ...other } };
}

export const decision = { body: 'styrelse', on: '2024-02-09', paragraph: '7', dnr: '2024-12' };
export const otherDecision = { decision: { ...decision, paragraph: '8' } };
export const ofYear = { params: { year: '2024' } } as const;
