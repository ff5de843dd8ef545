// Decides waiting commands one after another, each on what the ones before it did, as if those were recorded already.
import type { EventToAppend } from '../../event-store/event-store';
import type { AskedCommand } from '../asked-command';
import { refuse } from '../refusals';
import { encode } from './encode';
import type { FoldedStream } from './folded-stream';

/** None of these may be told to anyone before the stream is known to stand where it was decided on. */
export type Decision<A> =
  | { readonly kind: 'append'; readonly asked: A; readonly events: readonly EventToAppend[]; readonly upTo: number }
  /** Nothing to append: nothing happens, or the same command, asked twice, is to be answered as the first. */
  | { readonly kind: 'answer'; readonly asked: A; readonly events: readonly EventToAppend[]; readonly upTo: number }
  | { readonly kind: 'refuse'; readonly asked: A; readonly error: unknown };

export interface Decided<A> {
  readonly decisions: readonly Decision<A>[];
  /** All that is to be appended; `upTo` counts in these. */
  readonly events: readonly EventToAppend[];
  /** What did not fit, in order. */
  readonly rest: readonly A[];
}

/** Of data in one append, unless a single command has more. */
const BYTES_MAX = 700_000;

export function decideInOrder<A extends AskedCommand>(stream: FoldedStream, asked: readonly A[]): Decided<A> {
  const decisions: Decision<A>[] = [];
  const events: EventToAppend[] = [];
  const firsts = new Map<string, Extract<Decision<A>, { kind: 'append' }>>();
  let bytes = 0;
  for (const [index, one] of asked.entries()) {
    const rest = () => ({ decisions, events, rest: asked.slice(index) });
    const first = firsts.get(one.context.commandId);
    if (first) {
      const same = first.asked.hash === one.hash;
      decisions.push(
        same
          ? { ...first, kind: 'answer', asked: one }
          : { kind: 'refuse', asked: one, error: refuse('command/id-reused') },
      );
      continue;
    }
    // Only now, so that what is decided last leaves the state as it was until it is recorded.
    if (!stream.foldAhead(events)) return rest();
    const own = decideOne(stream, one, stream.revision + events.length);
    if ('error' in own) {
      decisions.push({ kind: 'refuse', asked: one, error: own.error });
      continue;
    }
    const size = own.events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
    if (events.length > 0 && bytes + size > BYTES_MAX) return rest();
    bytes += size;
    events.push(...own.events);
    const decision = { asked: one, events: own.events, upTo: events.length };
    if (own.events.length === 0) {
      decisions.push({ kind: 'answer', ...decision });
    } else {
      const append = { kind: 'append' as const, ...decision };
      firsts.set(one.context.commandId, append);
      decisions.push(append);
    }
  }
  return { decisions, events, rest: [] };
}

function decideOne(
  stream: FoldedStream,
  asked: AskedCommand,
  current: number,
): { readonly events: readonly EventToAppend[] } | { readonly error: unknown } {
  const expected = asked.context.expectedRevision;
  try {
    if (expected !== undefined && expected !== current) throw refuse('command/stale-revision', { current, expected });
    const events = stream.decide(asked.command);
    return { events: events.map((event, ordinal) => encode(stream.ref.decider, event, ordinal, asked)) };
  } catch (error) {
    return { error };
  }
}
