// `intakter - kostnader`, `balans/summa/utfall`, `a/b/c * 8/12`, `70 procent`: sums and shares as a person types them.
import type { z } from 'zod';
import type { reportFormSchema } from '../../typed/report-form';
import { BadText } from '../lines';
import { idOf, unitOf } from '../words';

export type FormInput = z.input<typeof reportFormSchema>;
export type TableInput = FormInput['tables'][number];
type Claim = NonNullable<FormInput['claims']>[number];
export type ExpressionInput = Extract<Claim, { figure: string }>['is'];

/** The tables that a place can be in. */
export type Tables = ReadonlyMap<string, TableInput>;

/** `a + b - c` → its parts with their signs. A minus has a space before it, since ids have hyphens in them. */
function partsOf(text: string): { sign: '' | '-'; part: string }[] {
  const parts = text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(^|\s+)-\s*/g, '+-')
    .split('+')
    .map((part) => part.trim());
  if (parts.length > 1 && parts[0] === '') parts.shift();
  if (parts.includes('') || parts.includes('-')) throw new BadText('ska vara delar med + eller - emellan.');
  return parts.map((part) => (part.startsWith('-') ? { sign: '-', part: part.slice(1).trim() } : { sign: '', part }));
}

/** The parts of a sum within one table: row ids, and `a..b` for every row with figures from a to b. */
export function rowSum(text: string, table: TableInput): string[] {
  return partsOf(text).flatMap(({ sign, part }) =>
    rowsOf(part, table).map((row) => {
      if (!table.rows.some(({ id }) => id === row)) {
        throw new BadText(`raden ${row} finns inte i tabellen. Före ett minustecken ska det stå ett mellanslag.`);
      }
      return `${sign}${table.id}/${row}`;
    }),
  );
}

/** Places with their signs: `tabell/rad` or `tabell/rad/kolumn`, each step an id, `*`, or the words as printed. */
export function placeSum(text: string, tables: Tables): string[] {
  return partsOf(text).flatMap(({ sign, part }) => placesOf(part, tables).map((place) => `${sign}${place}`));
}

export function onePlace(text: string, tables: Tables): string {
  const [place, ...others] = placeSum(text, tables);
  if (place === undefined || others.length > 0) throw new BadText('ska vara en enda plats: tabell/rad/kolumn.');
  return place;
}

/** `of / against`, with spaces around the sign. */
export function shareOf(text: string, tables: Tables): { of: string[]; against: string[] } {
  const [of, against, ...more] = text.split(/\s\/\s/);
  if (of === undefined || against === undefined || more.length > 0) {
    throw new BadText('ska vara en andel: en summa, ett snedstreck med mellanslag runt, och en summa.');
  }
  return { of: placeSum(of, tables), against: placeSum(against, tables) };
}

const TIMES = /^(.*\S)\s+\*\s+(\d{1,4})\/(\d{1,4})$/;
const FIGURE = /^(-?[\d\s\u00a0\u202f]*\d(?:,\d+)?)\s*([^\d\s(]+)(?:\s+\(avrundat till ([^)]{1,20})\))?$/i;

/** A place, a sum, a share, or a figure with its unit. */
export function expressionOf(text: string, tables: Tables): ExpressionInput {
  if (/\s\/\s/.test(text)) return { share: shareOf(text, tables) };
  if (!text.includes('/')) return figureOf(text);
  const terms = partsOf(text).flatMap(({ sign, part }) => {
    const [, place = part, times, against] = TIMES.exec(part) ?? [];
    return placesOf(place, tables).map((one) => {
      const cell = `${sign}${one}`;
      return times === undefined ? cell : { cell, times: [Number(times), Number(against)] as [number, number] };
    });
  });
  const [first] = terms;
  return terms.length === 1 && typeof first === 'string' ? first : { sum: terms };
}

function figureOf(text: string): ExpressionInput {
  const [, figure, unit, step] = FIGURE.exec(text.replace(/^[\u2212\u2013]/, '-')) ?? [];
  if (figure === undefined || unit === undefined) {
    throw new BadText('är varken en plats (tabell/rad/kolumn) eller ett tal med enhet.');
  }
  return { figure, unit: unitOf(unit), ...(step !== undefined && { step }) };
}

function placesOf(text: string, tables: Tables): string[] {
  const [name, rows, column, ...more] = text.split('/').map((step) => step.trim());
  if (name === undefined || rows === undefined || more.length > 0) {
    throw new BadText('ska skrivas tabell/rad eller tabell/rad/kolumn.');
  }
  const table = tables.get(idOf(name));
  if (!table) throw new BadText(`tabellen ${idOf(name)} finns inte i rapporten.`);
  const end = column === undefined ? '' : `/${column === '*' ? '*' : idOf(column)}`;
  return rowsOf(rows, table).map((row) => `${table.id}/${row}${end}`);
}

function rowsOf(text: string, { rows }: TableInput): string[] {
  if (text === '*') return ['*'];
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined) return [idOf(text)];
  const [first, last] = [from, to].map((one) => rows.findIndex(({ id }) => id === idOf(one)));
  if (first === -1 || last === -1 || last! < first! || more.length > 0) {
    throw new BadText('ska vara två rader i tabellen, den översta först: rad..rad.');
  }
  return rows.slice(first, last! + 1).flatMap(({ id, cells }) => (cells.length === 0 ? [] : [id]));
}
