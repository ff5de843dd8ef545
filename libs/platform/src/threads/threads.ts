// Work on what strangers send, in threads with a memory and a time of their own: no file can stop or end the process.
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DomainError } from '@finsam/kernel';
import { answerOrThrow, type ThreadAnswer } from './answer-from-thread';

export interface ThreadLimits {
  readonly heapMib: number;
  readonly deadlineMs: number;
  /** As many at once; more wait, and beyond that many the sender is asked to come back. */
  readonly atOnce: number;
  readonly waitingMax: number;
}

export interface ThreadRefusals {
  readonly busy: () => DomainError;
  readonly tooHeavy: () => DomainError;
}

const START_MS = 30_000;

// Built, a thread's file is JavaScript beside its asker. In specs both are TypeScript, which a thread learns to load.
const LOADER = ['--conditions', '@finsam/source', '--require', join(__dirname, '../testing/typescript-loader.cjs')];

/** Threads that all run one file, which calls `answerFromThread`. They hold no process up. */
export class Threads<Asked, Answer> {
  private readonly idle: Worker[] = [];
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  /** `file`: its absolute path, with the ending that the caller has itself. */
  constructor(
    private readonly file: string,
    private readonly limits: ThreadLimits,
    private readonly refuse: ThreadRefusals,
  ) {}

  /** Throws what the thread refuses, and a refusal when it has had its time or its memory, or too many wait. */
  async ask(asked: Asked, deadlineMs = this.limits.deadlineMs): Promise<Answer> {
    if (this.running === this.limits.atOnce) {
      if (this.waiting.length === this.limits.waitingMax) throw this.refuse.busy();
      await new Promise<void>((turn) => this.waiting.push(turn));
    } else this.running++;
    try {
      return await this.inThread(asked, deadlineMs);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private async inThread(asked: Asked, deadlineMs: number): Promise<Answer> {
    const thread = this.idle.pop() ?? (await this.started());
    const said = await this.answerOf(thread, asked, deadlineMs).catch(async (error: unknown) => {
      await thread.terminate();
      throw error;
    });
    thread.unref();
    this.idle.push(thread);
    return answerOrThrow(said);
  }

  private async started(): Promise<Worker> {
    const thread = new Worker(this.file, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.heapMib,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
      // Nothing of the process's surroundings is any business of a file.
      env: {},
      execArgv: extname(this.file) === '.ts' ? LOADER : [],
    });
    // Who waits for an answer hears of it. One that runs out of memory while it is being ended has nobody to tell.
    thread.on('error', () => undefined);
    await once(thread, 'message', { signal: AbortSignal.timeout(START_MS) });
    return thread;
  }

  /** Rejects when the thread is of no more use. */
  private async answerOf(thread: Worker, asked: Asked, deadlineMs: number): Promise<ThreadAnswer<Answer>> {
    thread.ref();
    thread.postMessage(asked);
    try {
      const [said] = await once(thread, 'message', { signal: AbortSignal.timeout(deadlineMs) });
      return said as ThreadAnswer<Answer>;
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      throw name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.refuse.tooHeavy() : error;
    }
  }
}
