// Attacks on the seals, alone and together with the events that they cover.
import { HASH_BYTES } from '../chain';
import { ELSEWHERE, exampleLog, linksOf } from './example-log';
import { type Attacker, BATCHES, linksIn, madeToFit, pick, SIZE } from './fitting';

const other = exampleLog({ events: SIZE, batches: BATCHES, identity: ELSEWHERE, amount: 777 });

export const SEAL_ATTACKS: Record<string, Attacker> = {
  'deletes an event with its link': (log, n) => {
    // Not the last one: with its link it is the tail cut off, and of that only an anchor tells.
    const from = pick(n, SIZE - 1);
    const links = linksIn(log);
    const cut = Buffer.concat([links.subarray(0, from * HASH_BYTES), links.subarray((from + 1) * HASH_BYTES)]);
    const fits = madeToFit(log, log.events.toSpliced(from, 1));
    return { copy: { ...fits, seals: [{ position: SIZE - 1, links: cut }] }, at: [from + 1] };
  },
  'splices a stretch of another log in with its links': (log, n, m) => {
    const from = pick(n, SIZE);
    const count = 1 + pick(m, SIZE - from);
    const events = log.events.toSpliced(from, count, ...other.events.slice(from, from + count));
    const [links, theirs] = [linksIn(log), linksIn(other)];
    theirs.copy(links, from * HASH_BYTES, from * HASH_BYTES, (from + count) * HASH_BYTES);
    return { copy: { ...log, events, seals: [{ position: SIZE, links }] }, at: [from + 1] };
  },
  'rewrites an event and its link': (log, n) => {
    const at = pick(n, SIZE - 1);
    const events = log.events.with(at, { ...log.events[at]!, data: '{"amountOre":1}' });
    const links = linksIn(log);
    linksOf(log.identity, events).copy(links, at * HASH_BYTES, at * HASH_BYTES, (at + 1) * HASH_BYTES);
    // It fits with all that stands before it, so the break shows at the event after.
    return { copy: { ...log, events, seals: [{ position: SIZE, links }] }, at: [at + 2] };
  },
  'takes a seal away': (log, n) => {
    const row = pick(n, BATCHES.length - 1);
    const first = (log.seals[row - 1]?.position ?? 0) + 1;
    return { copy: { ...log, seals: log.seals.toSpliced(row, 1) }, at: [first, log.seals[row]!.position] };
  },
  'takes a seal away and rewrites below it': (log, n, m) => {
    const row = pick(n, BATCHES.length - 1);
    const first = log.seals[row - 1]?.position ?? 0;
    const at = first + pick(m, log.seals[row]!.position - first);
    const events = log.events.with(at, { ...log.events[at]!, data: '{"amountOre":1}' });
    return { copy: { ...log, events, seals: log.seals.toSpliced(row, 1) }, at: [first + 1, at + 1] };
  },
  'exchanges two links': (log, n, m) => {
    const [a, b] = [pick(n, SIZE), pick(m, SIZE)];
    if (a === b) return undefined;
    const links = linksOf(log.identity, log.events);
    const first = Buffer.from(links.subarray(a * HASH_BYTES, (a + 1) * HASH_BYTES));
    links.copy(links, a * HASH_BYTES, b * HASH_BYTES, (b + 1) * HASH_BYTES);
    links.set(first, b * HASH_BYTES);
    return { copy: { ...log, seals: [{ position: SIZE, links }] }, at: [a + 1, b + 1] };
  },
  'shortens a seal': (log, n, m) => {
    const row = pick(n, BATCHES.length);
    const { position, links } = log.seals[row]!;
    const cut = { position, links: links.subarray(0, pick(m, links.length)) };
    return { copy: { ...log, seals: log.seals.with(row, cut) }, at: [position - links.length / HASH_BYTES + 1] };
  },
};
