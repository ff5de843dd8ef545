// The words that a typed report is written with: what begins a line, and how units and ids are understood.
import { slugify } from '@finsam/kernel';
import { FIGURE_UNITS, type FigureUnit } from '../typed/printed-figure';
import { BadText } from './lines';

export const FIRST_WORD = 'Rapport';
const KEYWORDS = [FIRST_WORD, 'Tabell', 'Regel', 'Text', 'Jämför'] as const;
export type Keyword = (typeof KEYWORDS)[number];
export const KEYWORDS_TOLD = 'Rapport, Tabell, Regel, Text eller Jämför';

/** With a capital letter, so that it is no row's id. */
export function keywordOf(text: string): Keyword | undefined {
  const word = text.replace(/:$/, '');
  return KEYWORDS.find((one) => one === word || one.toUpperCase() === word);
}

const UNITS: ReadonlyMap<string, FigureUnit> = new Map([
  ...FIGURE_UNITS.map((unit) => [unit, unit] as const),
  ['%', 'procent'],
  ['kronor', 'kr'],
  ['st', 'antal'],
  ['mån', 'månader'],
]);

/** Throws for what is no unit. */
export function unitOf(text: string): FigureUnit {
  const unit = UNITS.get(text.toLowerCase());
  if (unit === undefined) throw new BadText(`är ingen enhet. Möjligt är: ${FIGURE_UNITS.join(', ')}.`);
  return unit;
}

/** An id as it is written, or the printed words that it was made from: `Summa intäkter` is `summa-intakter`. */
export function idOf(text: string): string {
  const id = slugify(text);
  if (id === '') throw new BadText('är inget namn: det behövs en bokstav eller en siffra.');
  return id;
}
