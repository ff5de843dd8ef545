// What is said of rounding under a table: always where the layout says so, else where a reader with a pencil would ask.
import type { Layout } from '@finsam/associations';

type Printing = Pick<Layout, 'unit' | 'decimals'>;

const UNITS = { kr: 'kronor', tkr: 'tusental kronor', mkr: 'miljoner kronor' } as const;
const OFF_BY = { kr: 'någon krona', tkr: 'något tusental', mkr: 'någon miljon' } as const;
const DECIMALS = ['', ' med en decimal', ' med två decimaler'] as const;

/** Said where the printed parts do not add up to the printed total. */
export function totalsMayDiffer({ unit, decimals = 0 }: Printing): string {
  const by = decimals === 0 ? OFF_BY[unit] : 'någon enhet i sista decimalen';
  return `Summor är beräknade på öre; avrundade delar kan därför avvika från den tryckta summan med ${by}.`;
}

/** The rule, whether it shows or not; nothing where every öre is printed, for then nothing is rounded. */
export function statedRule({ unit, decimals = 0 }: Printing): string[] {
  if (unit === 'kr' && decimals === 2) return [];
  const to = `${decimals === 0 ? 'hela ' : ''}${UNITS[unit]}${DECIMALS[decimals]}`;
  return [`Beloppen är avrundade var för sig till ${to}; summor är räknade på oavrundade belopp.`];
}
