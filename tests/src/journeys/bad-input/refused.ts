// One request that has the right form and is refused all the same.
import type { Expected } from '../world/refusal';

export interface Refused {
  readonly what: string;
  readonly operation: string;
  /** In place of the example's. */
  readonly params: Readonly<Record<string, string>>;
  /** Laid over the example's body. */
  readonly body: object;
  readonly expected: Required<Pick<Expected, 'status' | 'type'>> & Pick<Expected, 'pointer'>;
}

export const refused =
  (operation: string) =>
  (what: string, body: object, status: number, type: string, pointer?: string, params = {}): Refused => ({
    what,
    operation,
    params,
    body,
    expected: { status, type, ...(pointer !== undefined && { pointer }) },
  });

/** Refused already for its form, by the schema. */
export const FORM = 'http/invalid-fields';
