// Eight writers that book one cost after the other until something is struck, and remember every answer.
import { setTimeout as delay } from 'node:timers/promises';
import { type Books, sendCost, sendOrder, type Via } from './books';

/** What the writers must know of the blow that is to come. */
export interface Blow {
  /** Nothing new is begun any more. */
  readonly struck: boolean;
  /** Whether the blow explains that this sender had no answer; else the missing answer is an error. */
  excuses(via: Via): boolean | Promise<boolean>;
  /** Called after each acknowledgement; the writer waits for it. */
  acknowledged(): void | Promise<void>;
}

const WRITERS = 8;
const REPORT_EACH = 4;

/** Each on one of the two senders. They share streams, and some of what they send goes out twice. */
export async function writeEverywhere(all: readonly Books[], round: string, blow: Blow): Promise<void> {
  const writers = Array.from({ length: WRITERS / all.length }, (_, index) => index);
  await Promise.all(all.flatMap((books) => writers.map((writer) => write(books, round, writer, blow))));
}

async function write(books: Books, round: string, writer: number, blow: Blow): Promise<void> {
  const [own, other]: readonly Via[] = writer % 2 === 0 ? [0, 1] : [1, 0];
  const send = (key: string, via: Via) => isAnswered(sendCost(books, key, via), via, blow);
  for (let n = 1; !blow.struck; n++) {
    const key = `${books.slug}-${round}-w${writer}-${n}`;
    // Some go out on two connections at once, others once more when they have been answered.
    const vias = n % 5 === 2 ? [own!, other!] : [own!];
    const answers = await Promise.all(vias.map((via) => send(key, via)));
    if (!answers.includes(true)) return;
    await blow.acknowledged();
    if (n % 5 === 4) await send(key, other!);
    if (writer > 1 || n % REPORT_EACH !== 0) continue;
    if (!(await isAnswered(sendOrder(books, `${key}-report`, own), own!, blow))) return;
  }
}

async function isAnswered(sending: Promise<void>, via: Via, blow: Blow): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (await blow.excuses(via)) return false;
    throw error;
  }
}

export interface Strike {
  /** The blow falls so many milliseconds after so many acknowledgements. */
  readonly acknowledgements: number;
  readonly afterMs: number;
  /** Gets everything ready, so that nothing comes between what the writers know and the blow itself. */
  readonly aim: () => Promise<() => void>;
  /** Whose answers may fail to come once the blow has fallen. */
  readonly silences: readonly Via[];
}

export async function writeUntilTheBlow(all: readonly Books[], round: string, strike: Strike): Promise<void> {
  let left = strike.acknowledgements;
  let struck = false;
  const strikeOnce = async () => {
    await delay(strike.afterMs);
    const blow = await strike.aim();
    struck = true;
    blow();
  };
  let falling: Promise<void> | undefined;
  await writeEverywhere(all, round, {
    get struck() {
      return struck;
    },
    excuses: (via) => struck && strike.silences.includes(via),
    acknowledged: () => {
      left -= 1;
      if (left <= 0) falling ??= strikeOnce();
    },
  });
  await falling;
}
