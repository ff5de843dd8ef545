// Files that something has happened to on the way: a clear refusal or a right file, never another error.
import { DomainError } from '@finsam/kernel';
import * as fc from 'fast-check';
import { booksOf, randomOf } from '../testing';
import { SieWriter } from '../writing/write-sie';
import { readSie } from './read-sie';

/** `npm run test:fuzz` sets both; the seed of a failure is in its message. */
const FILES = Number(process.env['FINSAM_FUZZ'] ?? 2_000);
const SEED = Number(process.env['FINSAM_SEED'] ?? 20_240);

jest.setTimeout(600_000);

type Random = ReturnType<typeof randomOf>;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const lines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (bytes, random) => {
    const list = bytes.toString('latin1').split('\r\n');
    change(list, random(list.length), random);
    return Buffer.from(list.join('\r\n'), 'latin1');
  };

const PIECES = ['"', '\\', '{', '}', '#', '\t', '\0', '-', '.', ',', '\u001a', '\u0080', '#TRANS 1930 {} 1', '""'];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a byte is another': (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[random(copy.length)] = random(256);
    return copy;
  },
  'a bit is turned': (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[random(copy.length)]! ^= 1 << random(8);
    return copy;
  },
  'the end is gone': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'the beginning is gone': (bytes, random) => bytes.subarray(random(bytes.length)),
  'a piece is gone': (bytes, random) => {
    const [at, size] = [random(bytes.length), random(200)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
  },
  'a line is gone': lines((list, at) => list.splice(at, 1)),
  'a line stands twice': lines((list, at) => list.splice(at, 0, list[at]!)),
  'two lines have changed places': lines((list, at, random) => {
    const other = random(list.length);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }),
  'a line is cut': lines((list, at, random) => (list[at] = list[at]!.slice(0, random(list[at]!.length + 1)))),
  'lines have run together': lines((list, at) => list.splice(at, 2, `${list[at]} ${list[at + 1] ?? ''}`)),
  'a number is another': lines((list, at, random) => {
    list[at] = list[at]!.replace(/\d+/, () => String(random(10 ** (1 + random(9)))));
  }),
  'an amount is another': lines((list, at, random) => {
    list[at] = list[at]!.replace(/-?\d+\.\d\d/, () => ['1e9', '-0', '1.005', '99999999999.99', '7'][random(5)]!);
  }),
  'a sign has come in': lines((list, at, random) => {
    const place = random(list[at]!.length + 1);
    list[at] = list[at]!.slice(0, place) + PIECES[random(PIECES.length)]! + list[at]!.slice(place);
  }),
  'a label is another': lines((list, at, random) => {
    const label = ['#VER', '#TRANS', '#RTRANS', '#IB', '#RAR', '#KSUMMA', '#SIETYP', '#PSALDO', '#OBJEKT'][random(9)]!;
    list[at] = list[at]!.replace(/#[A-Z]+/, label);
  }),
};

it(`${FILES} files that were changed on the way are read right or refused`, () => {
  const books = fc.sample(booksOf({ minLength: 1, maxLength: 6 }), { numRuns: 40, seed: SEED });
  const originals = books.map((one) => Buffer.concat([...new SieWriter().write(one)]));
  const random = randomOf(SEED);
  const names = Object.keys(MUTATIONS);
  const outcomes = new Map<string, number>();
  for (let n = 0; n < FILES; n++) {
    let bytes: Buffer = originals[random(originals.length)]!;
    const done: string[] = [];
    for (let i = 0; i <= random(3) && bytes.length > 0; i++) {
      done.push(names[random(names.length)]!);
      bytes = MUTATIONS[done.at(-1)!]!(bytes, random);
    }
    let outcome = 'read';
    try {
      for (const voucher of readSie(bytes).vouchers) {
        const sum = voucher.rows.reduce((total, { amountOre }) => total + BigInt(amountOre), 0n);
        if (sum !== 0n) throw new Error(`voucher on line ${voucher.line} does not balance`);
      }
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw new Error(`seed ${SEED}, file ${n}, ${done.join(', ')}: ${String(error)}`, { cause: error });
      }
      outcome = error.code;
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // The changes met what they are for: some do no harm, and each way to refuse a voucher is taken.
  for (const met of ['read', 'sie/unbalanced-voucher', 'sie/open-voucher', 'sie/open-quote', 'sie/not-an-amount']) {
    expect([met, outcomes.get(met) ?? 0]).not.toEqual([met, 0]);
  }
});
