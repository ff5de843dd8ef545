// Amounts, dates and numbers as SIE writes them, read exactly or refused with their line.
import { type BusinessDate, isBusinessDate, ore, type Ore, ORE_LIMIT } from '@finsam/kernel';
import type { SieObject } from '../model';
import { refuse } from '../refusals';
import type { Row } from './tokens';

const AMOUNT = /^(-?)(\d{1,14})(?:\.(\d{1,2}))?$/;

/** Digits are joined, never divided: there is no moment at which an öre could be lost. */
export function amountOf(text: string, line: number): Ore {
  const match = AMOUNT.exec(text);
  if (!match) throw refuse('sie/not-an-amount', { line });
  const [, sign, kronor, decimals = ''] = match;
  const size = Number(kronor + decimals.padEnd(2, '0'));
  if (size > ORE_LIMIT || (sign === '-' && size === 0)) throw refuse('sie/not-an-amount', { line });
  return ore(sign === '-' ? -size : size);
}

export function dateFrom(text: string, line: number): BusinessDate {
  const date = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (date === text || !isBusinessDate(date)) throw refuse('sie/not-a-date', { line });
  return date;
}

export function periodFrom(text: string, line: number): { year: number; month: number } {
  const match = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text);
  if (!match) throw refuse('sie/not-a-period', { line });
  return { year: Number(match[1]), month: Number(match[2]) };
}

export function integerOf(text: string, line: number): number {
  if (!/^-?\d{1,9}$/.test(text)) throw refuse('sie/not-a-number', { line });
  return Number(text) + 0;
}

export function accountOf(text: string, line: number): number {
  if (!/^[1-9]\d{3}$/.test(text)) throw refuse('sie/not-an-account', { line });
  return Number(text);
}

/** The n:th field after the label, counted from 1. */
export function textAt({ fields, line }: Row, field: number): string {
  const value = fields[field - 1];
  if (typeof value !== 'string') throw refuse('sie/missing-field', { line, field });
  return value;
}

/** As `textAt`, or empty if the line ends before it. */
export function optionalAt(row: Row, field: number): string {
  return row.fields.length < field ? '' : textAt(row, field);
}

export function objectsAt({ fields, line }: Row, field: number): SieObject[] {
  const value = fields[field - 1];
  if (value === undefined || typeof value === 'string') throw refuse('sie/missing-field', { line, field });
  if (value.length % 2 !== 0) throw refuse('sie/uneven-list', { line });
  const objects: SieObject[] = [];
  for (let i = 0; i < value.length; i += 2) {
    const dimension = integerOf(value[i]!, line);
    if (dimension < 1) throw refuse('sie/not-a-number', { line });
    // A dimension with an empty code says nothing.
    if (value[i + 1] !== '') objects.push({ dimension, code: value[i + 1]! });
  }
  return objects;
}
