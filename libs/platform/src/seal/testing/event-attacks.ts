// Attacks on the events: deleted, swapped, spliced, inserted, played again, cut off, moved between streams.
import { ELSEWHERE, exampleEvent, exampleLog } from './example-log';
import { type Attacker, BATCHES, madeToFit, pick, resealed, sealsUpTo, SIZE } from './fitting';

const other = exampleLog({ events: SIZE, batches: BATCHES, identity: ELSEWHERE, amount: 777 });

export const EVENT_ATTACKS: Record<string, Attacker> = {
  'deletes an event': (log, n) => {
    const from = pick(n, SIZE);
    return { copy: { ...log, events: log.events.toSpliced(from, 1) }, at: [from + 1] };
  },
  'deletes several events': (log, n, m) => {
    const from = pick(n, SIZE - 1);
    const count = 2 + pick(m, SIZE - from - 1);
    const at = Array.from({ length: count }, (_, index) => from + 1 + index);
    return { copy: { ...log, events: log.events.toSpliced(from, count) }, at };
  },
  'deletes an event and closes the gap': (log, n) => {
    const from = pick(n, SIZE);
    return { copy: madeToFit(log, log.events.toSpliced(from, 1)), at: [from + 1] };
  },
  'deletes several events and closes the gap': (log, n, m) => {
    const from = pick(n, SIZE);
    return { copy: madeToFit(log, log.events.toSpliced(from, 1 + pick(m, SIZE - from))), at: [from + 1] };
  },
  'swaps two events': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    if (a === b) return undefined;
    const events = log.events.with(a, { ...log.events[b]!, position: a + 1 });
    return { copy: { ...log, events: events.with(b, { ...log.events[a]!, position: b + 1 }) }, at: [a + 1, b + 1] };
  },
  'swaps two events and makes them fit': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    if (a === b) return undefined;
    const events = log.events.with(a, log.events[b]!).with(b, log.events[a]!);
    return { copy: madeToFit(log, events), at: [a + 1, b + 1] };
  },
  'swaps two positions': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    if (a === b) return undefined;
    const events = log.events.with(a, { ...log.events[a]!, position: b + 1 });
    return { copy: { ...log, events: events.with(b, { ...log.events[b]!, position: a + 1 }) }, at: [a + 1, b + 1] };
  },
  'puts an event of another log in the place of one': (log, n) => {
    const at = pick(n, SIZE);
    return { copy: { ...log, events: log.events.with(at, other.events[at]!) }, at: [at + 1] };
  },
  'splices a stretch of another log in': (log, n, m) => {
    const from = pick(n, SIZE);
    const count = 1 + pick(m, SIZE - from);
    const events = log.events.toSpliced(from, count, ...other.events.slice(from, from + count));
    return { copy: madeToFit(log, events), at: Array.from({ length: count }, (_, index) => from + 1 + index) };
  },
  'puts another log in the place of the whole': (log) => {
    const { events, head, seals } = other;
    return { copy: { ...log, events, head, seals }, at: [1] };
  },
  'inserts an event': (log, n) => {
    // Not after the last one: there it is an event that the program has not sealed yet, see docs/seal.md.
    const at = pick(n, SIZE);
    return { copy: madeToFit(log, log.events.toSpliced(at, 0, exampleEvent(50))), at: [at + 1] };
  },
  'plays an event again at the end': (log, n) => {
    const events = [...log.events, { ...log.events[pick(n, SIZE)]!, recordedAt: log.events.at(-1)!.recordedAt }];
    return { copy: madeToFit(log, events), at: [SIZE + 1] };
  },
  'plays an event again at the end, under a seal': (log, n) => {
    const events = [...log.events, log.events[pick(n, SIZE)]!];
    return { copy: resealed(madeToFit(log, events)), at: [SIZE + 1] };
  },
  'plays an event again further on': (log, n, m) => {
    const from = pick(n, SIZE - 1);
    const to = from + 1 + pick(m, SIZE - from - 1);
    return { copy: madeToFit(log, log.events.toSpliced(to, 0, log.events[from]!)), at: [to + 1] };
  },
  'stores an event twice': (log, n) => {
    const at = pick(n, SIZE);
    return { copy: { ...log, events: log.events.toSpliced(at, 0, log.events[at]!) }, at: [at + 1] };
  },
  'cuts the tail off and leaves the head': (log, n) => {
    const left = pick(n, SIZE);
    return { copy: sealsUpTo({ ...log, events: log.events.slice(0, left) }, left), at: [left + 1, SIZE] };
  },
  'cuts the tail off, moves the head and leaves the seals': (log, n) => {
    const left = pick(n, SIZE);
    return { copy: madeToFit(log, log.events.slice(0, left)), at: [left + 1, SIZE] };
  },
  'moves two events between their streams': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    const [first, second] = [log.events[a]!, log.events[b]!];
    if (first.stream === second.stream) return undefined;
    const events = log.events.with(a, { ...first, stream: second.stream, revision: second.revision });
    const moved = { ...second, stream: first.stream, revision: first.revision };
    return { copy: { ...log, events: events.with(b, moved) }, at: [a + 1, b + 1] };
  },
  'exchanges the names of two streams': (log, n) => {
    const names = [...new Set(log.events.map(({ stream }) => stream))];
    const [one, two] = [names[pick(n, 3)]!, names[pick(n + 1, 3)]!];
    const renamed = (stream: string) => (stream === one ? two : stream === two ? one : stream);
    const events = log.events.map((event) => ({ ...event, stream: renamed(event.stream) }));
    const at = log.events.filter(({ stream }) => stream === one || stream === two).map(({ position }) => position);
    return { copy: { ...log, events }, at };
  },
  'exchanges two revisions': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    const [first, second] = [log.events[a]!, log.events[b]!];
    if (first.revision === second.revision) return undefined;
    const events = log.events.with(a, { ...first, revision: second.revision });
    return { copy: { ...log, events: events.with(b, { ...second, revision: first.revision }) }, at: [a + 1, b + 1] };
  },
};
