// Reading and writing SIE files, from bytes and to bytes, with no database in it.
import { generatedYear, readSie, SieWriter } from '@finsam/ledger';
import type { Figure } from '../figure';
import { FULL } from '../measure';
import type { World } from '../world';

const ROUNDS = 5;

export const vouchersOf = ({ effort }: World): number => (effort === FULL ? 20_000 : 1_000);

export function benchSieFiles(world: World): Promise<Figure[]> {
  const vouchers = vouchersOf(world);
  const books = generatedYear(vouchers, 1);
  const bytes = Buffer.concat([...new SieWriter().write(books)]);
  const best = (work: () => unknown) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return (vouchers * 1_000) / times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  };
  return Promise.resolve([
    { what: `${vouchers} vouchers read from bytes`, ours: best(() => readSie(bytes)), unit: '/s' },
    { what: 'vouchers written to bytes', ours: best(() => [...new SieWriter().write(books)].length), unit: '/s' },
  ]);
}
