// What a thread says back: an answer, or a refusal in its own words. Anything else that is thrown ends the thread.
import { parentPort } from 'node:worker_threads';
import { DomainError, type Fault, ManyFaults } from '@finsam/kernel';

export type ThreadAnswer<T> = { readonly answer: T } | { readonly refused: Refused };

type Refused = Pick<DomainError, 'code' | 'status' | 'message' | 'details'> & { readonly faults?: readonly Fault[] };

/** Said once, when the thread has loaded what it needs: its time for a file begins after that. */
export const READY = 'ready';

/** Runs in the thread: does the work on each message in turn. */
export function answerFromThread<Asked, T>(work: (asked: Asked) => T): void {
  parentPort!.on('message', (asked: Asked) => parentPort!.postMessage(answerTo(asked, work)));
  parentPort!.postMessage(READY);
}

function answerTo<Asked, T>(asked: Asked, work: (asked: Asked) => T): ThreadAnswer<T> {
  try {
    return { answer: work(asked) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, status, message, details } = error;
    const many = error instanceof ManyFaults && { faults: error.faults };
    return { refused: { code, status, message, details, ...many } };
  }
}

/** In the process: the answer, or the refusal thrown anew. */
export function answerOrThrow<T>(said: ThreadAnswer<T>): T {
  if ('answer' in said) return said.answer;
  const { code, status, message, details, faults } = said.refused;
  const refusal = new DomainError(code, status, message, details);
  throw faults ? new ManyFaults(refusal, faults) : refusal;
}
