// Follows the chain from link to link. Where a link differs from the stored one, the event or the seal was changed; the
// event after tells which, for it was linked to what stood there when it was sealed. Then the walk goes on from
// the seal, so that a change names its own position and not all that follow.
import { link, type StoredEvent } from '../chain';
import type { Findings } from './findings';

export class ChainWalk {
  /** The link of the last event, as it follows from the events. */
  computed: Buffer;
  /** What the next event links to. */
  private previous: Buffer;
  /** Neither the event before nor its seal is left. */
  private lost = false;
  /** First event since the last stored link: what differs at the next stored link may be any from here on. */
  private looseFrom: number | undefined;
  /** The event before differed from its seal: its position, and the link that follows from the event. */
  private differed: { readonly position: number; readonly computed: Buffer } | undefined;

  constructor(
    private readonly findings: Findings,
    genesis: Buffer,
  ) {
    this.previous = genesis;
    this.computed = genesis;
  }

  /** Over missing events, to the stored link of the last of them. */
  leap(stored: Buffer | undefined): void {
    this.settle('seal-differs');
    this.lost = stored === undefined;
    this.looseFrom = undefined;
    this.previous = stored ?? this.computed;
  }

  /** `stored`: the link that the event was sealed with; undefined if no seal covers it. */
  step(event: StoredEvent, stored: Buffer | undefined): void {
    this.computed = link(this.previous, event);
    if (!stored) {
      this.settle('seal-differs');
      this.looseFrom ??= event.position;
    } else if (stored.equals(this.computed)) {
      this.settle('event-altered');
    } else if (!this.lost) {
      this.differs(event, stored);
    }
    if (stored) {
      this.lost = false;
      this.looseFrom = undefined;
    }
    this.previous = stored ?? this.computed;
  }

  atEnd(): void {
    this.settle('seal-differs');
  }

  private differs(event: StoredEvent, stored: Buffer): void {
    const { looseFrom, differed } = this;
    if (looseFrom !== undefined) {
      this.findings.add('seal-differs', looseFrom, event.position);
      return;
    }
    const afterEvent = differed && link(differed.computed, event);
    if (afterEvent?.equals(stored)) {
      this.settle('seal-altered');
      this.computed = afterEvent;
      return;
    }
    this.settle('seal-differs');
    this.differed = { position: event.position, computed: this.computed };
  }

  private settle(code: 'event-altered' | 'seal-altered' | 'seal-differs'): void {
    if (this.differed) this.findings.add(code, this.differed.position);
    this.differed = undefined;
  }
}
