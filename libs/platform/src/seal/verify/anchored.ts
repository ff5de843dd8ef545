// The log against its anchors: signed heads that were kept elsewhere. Only they tell when somebody who can write the
// tables has rewritten the log together with its seals.
import type { LogIdentity } from '../chain';
import { type Anchor, checkSignature, type KeyRing } from '../signing';
import { type Finding, Findings } from './findings';

/** Sorts out the anchors that nobody known has signed. What is left is evidence. */
export function trustedAnchors(anchors: readonly Anchor[], keys: KeyRing): { trusted: Anchor[]; findings: Finding[] } {
  const findings = new Findings();
  const trusted = anchors.filter((anchor) => {
    const verdict = checkSignature(anchor, keys);
    const code = verdict === 'unknown-key' ? 'anchor-key' : 'anchor-signature';
    if (verdict !== 'valid') findings.add(code, anchor.position, anchor.position, nameOf(anchor));
    return verdict === 'valid';
  });
  return { trusted, findings: findings.list() };
}

/** Trusted anchors of logs that are not here: a whole log is gone, or was given another identity. */
export function anchorsWithoutLog(trusted: readonly Anchor[], logs: readonly LogIdentity[]): Finding[] {
  const findings = new Findings();
  for (const anchor of trusted) {
    if (!logs.some((log) => isOf(anchor, log))) {
      findings.add('anchor-without-log', anchor.position, anchor.position, nameOf(anchor));
    }
  }
  return findings.list();
}

export class Anchored {
  /** Not yet met, nearest first. */
  private readonly ahead: Anchor[];
  private agreedAt = 0;
  private disagreed = false;
  private furthest: Anchor | undefined;

  constructor(
    trusted: readonly Anchor[],
    log: LogIdentity,
    private readonly findings: Findings,
  ) {
    this.ahead = trusted.filter((anchor) => isOf(anchor, log)).toSorted((a, b) => a.position - b.position);
    this.furthest = this.ahead.at(-1);
    this.ahead.reverse();
  }

  /** Position of the next anchor; infinite when there is none. */
  get next(): number {
    return this.ahead.at(-1)?.position ?? Infinity;
  }

  /** The log's hash at the next anchor's position; undefined if the event there is missing and has no seal. */
  meet(hash: Buffer | undefined): void {
    const at = this.next;
    let agreed = true;
    while (this.next === at) {
      const anchor = this.ahead.pop()!;
      if (anchor.hash === hash?.toString('hex')) continue;
      agreed = false;
      // After a rewritten event every later anchor differs: the first tells where, the others nothing more.
      const from = Math.min(this.agreedAt + 1, at);
      if (!this.disagreed) this.findings.add('anchor-differs', from, at, nameOf(anchor));
      this.disagreed = true;
    }
    if (!agreed) return;
    this.agreedAt = at;
    this.disagreed = false;
  }

  atEnd(last: number, sealedTo: number): void {
    const { furthest, findings } = this;
    if (!furthest) return;
    const name = nameOf(furthest);
    if (furthest.position > last) findings.add('anchor-beyond-log', last + 1, furthest.position, name);
    // An anchor is a sealed head: its seals have been there.
    else if (furthest.position > sealedTo) findings.add('anchor-beyond-seals', sealedTo + 1, furthest.position, name);
  }
}

function isOf(anchor: Anchor, log: LogIdentity): boolean {
  return anchor.logId === log.logId && anchor.kind === log.kind;
}

function nameOf({ date, slug, kind, position }: Anchor): string {
  return `från ${date} för ${slug} (${kind}) vid ${position}`;
}
