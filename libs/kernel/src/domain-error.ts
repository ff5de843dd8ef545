// Refusals: what we understood and will not do. The Swedish sentence stands beside its code, once per slice.

/**
 * Over HTTP: not allowed, no such thing, against what has happened, read too long ago, too large, of a kind that is not
 * taken, against a rule.
 */
export type RefusalStatus = 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429;

export interface Refusal {
  readonly status: RefusalStatus;
  /** A sentence in Swedish for the person who asked; `{name}` is replaced by the detail of that name. */
  readonly text: string;
}

export interface RefusalDetails {
  /** JSON pointer to the field at fault, e.g. `/rows/2/account`. */
  readonly pointer?: string;
  /** Facts for the sentence and for programs. Never anything about a person. */
  readonly [name: string]: string | number | undefined;
}

/** A refusal with a stable code `slice/kebab-reason`. The command has had no effect. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: string,
    readonly status: RefusalStatus,
    text: string,
    readonly details: RefusalDetails = {},
  ) {
    super(text);
  }
}

/** One of many things that are wrong with one request, e.g. in a file. */
export interface Fault {
  readonly pointer: string;
  /** What is wrong there, in Swedish. */
  readonly text: string;
  /** Facts for programs, e.g. the row and the column. */
  readonly [name: string]: string | number | undefined;
}

/** A refusal that names all that is wrong, so that all can be put right at once. */
export class ManyFaults extends DomainError {
  constructor(
    { code, status, message, details }: DomainError,
    readonly faults: readonly Fault[],
  ) {
    super(code, status, message, details);
  }
}

/**
 * Declares a slice's refusals and returns the function that makes them:
 * `const refuse = refusals({ 'ledger/year-closed': { status: 409, text: 'Året {year} är stängt.' } })`,
 * then `throw refuse('ledger/year-closed', { year })`.
 */
export function refusals<Code extends string>(catalogue: Readonly<Record<Code, Refusal>>) {
  return (code: Code, details: RefusalDetails = {}): DomainError => {
    const { status, text } = catalogue[code];
    const sentence = text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'));
    return new DomainError(code, status, sentence, details);
  };
}

/** Stops loudly when something that cannot be so is so. Not for bad input: that is a `DomainError`. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`broken assumption: ${sentence}`);
}

/** The end of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new Error(`broken assumption: unexpected ${JSON.stringify(value)}`);
}
