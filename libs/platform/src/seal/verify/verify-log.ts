// Verifies one log in one pass over its events, its seal rows beside them, in memory that does not grow with the log
// (but for one number per stream).
import { genesis, type LogIdentity, type StoredEvent } from '../chain';
import type { SealRow } from '../seal-row';
import type { Anchor } from '../signing';
import { Anchored } from './anchored';
import { ChainWalk } from './chain-walk';
import { EventRules, type LogHead } from './event-rules';
import { type Finding, Findings } from './findings';
import { type Pages, SealedLinks } from './sealed-links';

/** Head, events and seals must be of one snapshot, begun after the anchors were read: the log grows meanwhile. */
export interface LogToVerify {
  readonly identity: LogIdentity;
  readonly head: LogHead;
  /** Ordered by position. */
  readonly events: Pages<StoredEvent>;
  /** Ordered by position. */
  readonly seals: Pages<SealRow>;
  /** Those whose signature is good, of this log or of any. */
  readonly anchors: readonly Anchor[];
}

export interface Verification {
  /** Of the last event, and the log's hash there: what an anchor or a report's footer should say. */
  readonly position: number;
  readonly hash: string;
  readonly sealedTo: number;
  readonly findings: readonly Finding[];
  /** Findings that there was no room for. */
  readonly leftOut: number;
  /** No fault; there may be information. */
  readonly sound: boolean;
}

export async function verifyLog(log: LogToVerify): Promise<Verification> {
  const findings = new Findings();
  const rules = new EventRules(log.head, findings);
  const seals = new SealedLinks(log.seals, log.head.position, findings);
  const anchored = new Anchored(log.anchors, log.identity, findings);
  const chain = new ChainWalk(findings, genesis(log.identity));
  if (anchored.next === 0) anchored.meet(chain.computed);

  for await (const page of log.events) {
    for (const event of page) {
      const before = rules.last;
      if (!rules.inOrder(event)) continue;
      const { position } = event;
      // An anchor in a gap can only be compared with the seal that is left.
      while (anchored.next < position) anchored.meet(await seals.at(anchored.next));
      if (position > before + 1) chain.leap(await seals.at(position - 1));
      const answer = seals.at(position);
      chain.step(event, answer instanceof Promise ? await answer : answer);
      if (anchored.next === position) anchored.meet(chain.computed);
    }
  }

  chain.atEnd();
  rules.atEnd();
  const sealedTo = Math.min(await seals.end(), rules.last);
  if (rules.last > sealedTo) findings.add('unsealed', sealedTo + 1, rules.last);
  anchored.atEnd(rules.last, sealedTo);
  const list = findings.list();
  const sound = list.every(({ severity }) => severity !== 'fault');
  return {
    position: rules.last,
    hash: chain.computed.toString('hex'),
    sealedTo,
    findings: list,
    leftOut: findings.leftOut,
    sound,
  };
}
