// What must be true of events whether or not they are sealed: dense positions, revisions one by one in each stream,
// time that stands still or goes forward, each event of a command once, text that can be read.
import type { StoredEvent } from '../chain';
import type { Findings } from './findings';
import { SeenCommands } from './seen-commands';

/** The row of log.head. */
export interface LogHead {
  readonly position: number;
  /** As in `RECORDED_AT_SQL`. */
  readonly recordedAt: string;
}

export class EventRules {
  /** Position of the last event that stood in order. */
  last = 0;
  private lastTime = '-Infinity';
  /** Last revision of each stream: one number, since a log may have as many streams as events. */
  private readonly revisions = new Map<string, number>();
  private readonly commands = new SeenCommands();

  constructor(
    private readonly head: LogHead,
    private readonly findings: Findings,
  ) {}

  /** False: the event has no place in the order, and nothing can be said of what it follows. */
  inOrder(event: StoredEvent): boolean {
    this.readable(event);
    if (event.position <= this.last) {
      this.findings.add('position-repeated', event.position);
      return false;
    }
    const gapEnd = Math.min(event.position - 1, this.head.position);
    if (gapEnd > this.last) this.findings.add('position-missing', this.last + 1, gapEnd);
    if (event.position > this.head.position) {
      this.findings.add('event-beyond-head', event.position, event.position, ` vid ${this.head.position}`);
    }
    this.follows(event);
    this.last = event.position;
    return true;
  }

  atEnd(): void {
    const { head, last } = this;
    if (last < head.position) this.findings.add('head-without-event', last + 1, head.position);
    if (last === head.position && this.lastTime !== head.recordedAt) this.findings.add('head-time', last);
  }

  private follows(event: StoredEvent): void {
    const expected = (this.revisions.get(event.stream) ?? -1) + 1;
    if (event.revision !== expected) {
      const detail = `revision ${event.revision} i stället för ${expected}`;
      this.findings.add('revision-broken', event.position, event.position, detail);
    }
    // A copy of an old event does not take the stream back: what comes after it is in order.
    if (event.revision >= expected) this.revisions.set(event.stream, event.revision);
    if (this.commands.meets(event.commandId, event.ordinal)) this.findings.add('event-repeated', event.position);
    if (Number(event.recordedAt) < Number(this.lastTime)) this.findings.add('time-backwards', event.position);
    this.lastTime = event.recordedAt;
  }

  private readable(event: StoredEvent): void {
    if (!/^[0-9]+000$/.test(event.recordedAt)) this.findings.add('time-impossible', event.position);
    const data = parsed(event.data);
    const meta = parsed(event.meta);
    if (data === undefined || meta === undefined) {
      this.findings.add('json-broken', event.position);
      return;
    }
    const { commandId, ordinal } = (meta ?? {}) as Record<string, unknown>;
    if (commandId !== event.commandId || ordinal !== event.ordinal) {
      this.findings.add('meta-disagrees', event.position);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
