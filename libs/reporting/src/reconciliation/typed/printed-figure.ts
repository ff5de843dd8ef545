// A figure as it stands on paper: its value and what its rounding hides. Whole numbers all the way, no floats.
import { swedishNumber } from '../../swedish';

export const FIGURE_UNITS = ['kr', 'tkr', 'mkr', 'antal', 'procent', 'månader', 'år'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** Amounts are in öre, all else in hundredths; the true figure is at most `half` away. */
export interface Figure {
  readonly value: number;
  readonly half: number;
}

/** What one of the unit is. */
const FACTORS: ReadonlyMap<FigureUnit, number> = new Map([
  ['kr', 100],
  ['tkr', 100_000],
  ['mkr', 100_000_000],
]);
const HUNDREDTHS = 100;

const factorOf = (unit: FigureUnit): number => FACTORS.get(unit) ?? HUNDREDTHS;

const SUFFIXES: ReadonlyMap<string, FigureUnit> = new Map([
  ['kr', 'kr'],
  ['tkr', 'tkr'],
  ['mkr', 'mkr'],
  ['st', 'antal'],
  ['%', 'procent'],
  ['mån', 'månader'],
  ['månader', 'månader'],
  ['år', 'år'],
]);

/** Signs that stand where there is no figure: hidden, not applicable, none. */
const BLANKS = ['', '..', '.', '-'];

export type Reading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }
  /** `says`: a unit printed beside the figure that is another than the table's. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly says?: FigureUnit };

/** `− 1 234`, `8,9`, `54 %`. `step`: what it is rounded to, where that is coarser than its last digit. */
export function readFigure(printed: string | number | null, unit: FigureUnit, step?: string): Reading {
  const text = String(printed ?? '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[\u2212\u2013]/g, '-');
  if (BLANKS.includes(text)) return { kind: 'blank' };
  const [, sign = '', whole = '', decimals = '', suffix = ''] = /^(-?)(\d+)(?:,(\d+))?(\D*)$/.exec(text) ?? [];
  const says = suffix === '' ? unit : SUFFIXES.get(suffix.toLowerCase());
  const last = factorOf(unit) / 10 ** decimals.length;
  if (whole === '' || says === undefined || !Number.isInteger(last)) return { kind: 'unreadable' };
  const size = Number(whole + decimals) * last;
  if (!Number.isSafeInteger(size)) return { kind: 'unreadable' };
  const coarser = step === undefined ? null : readFigure(step, unit);
  const rounded = coarser?.kind === 'figure' ? coarser.figure.value : last;
  // A count is what it is; everything else may have been rounded to its last digit.
  const half = unit === 'antal' && step === undefined ? 0 : Math.floor(rounded / 2);
  const figure = { value: sign === '-' && size !== 0 ? -size : size, half };
  return says === unit ? { kind: 'figure', figure } : { kind: 'figure', figure, says };
}

/** `1 234 tkr`, `45,45 %`: as many decimals as are needed, two at most, half away from zero. */
export function figureText(value: number, unit: FigureUnit): string {
  const factor = factorOf(unit);
  const hundredths = Math.round((Math.abs(value) * 100) / factor);
  const rest = hundredths % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  const sign = value < 0 && hundredths !== 0 ? '\u2212' : '';
  const suffix = unit === 'antal' ? '' : `\u00a0${unit === 'procent' ? '%' : unit}`;
  return `${sign}${swedishNumber((hundredths - rest) / 100)}${decimals}${suffix}`;
}

export const isMoney = (unit: FigureUnit): boolean => ['kr', 'tkr', 'mkr'].includes(unit);
