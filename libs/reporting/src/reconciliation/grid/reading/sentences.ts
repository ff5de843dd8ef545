// Lines that say what follows from what: `Regel` between tables, `Text` for a figure in the text, `Jämför` for two.
import { slugify } from '@finsam/kernel';
import { LINEAR_RULES, type LinearRule } from '../../rules';
import { readFigure } from '../../typed/printed-figure';
import { expressionOf, onePlace, placeSum, shareOf } from './expressions';
import { BadText, type GridFaults, type Line } from '../lines';
import type { TypedReport } from './typed-report';
import { idOf, unitOf } from '../words';

type Reader = (line: Line, report: TypedReport, faults: GridFaults) => void;

/** `Regel;not-rad;not1/summa/utfall;resultat/kostnader/utfall`, then conditions. */
export const readRule: Reader = (line, report, faults) => {
  // With a fault nothing is reconciled: any rule will do to look the places up.
  const rule = faults.read(line, 2, ruleOf) ?? 'summa';
  const total = faults.read(line, 3, (text) => onePlace(text, report.tables));
  if (total === undefined) return;
  report.note(['relations', report.relations.length], line, 4);
  report.note(['relations', report.relations.length, 'total'], line, 3);
  report.note(['relations', report.relations.length, 'share'], line, 3);
  if (rule === 'andel') {
    const share = faults.read(line, 4, (text) => shareOf(text, report.tables));
    const { only, except } = conditions(line, 5, faults, ['bara', 'utom']);
    if (share) report.relations.push({ rule, share: total, ...share, ...only, ...except });
    return;
  }
  const parts = faults.read(line, 4, (text) => placeSum(text, report.tables));
  const { only, except, blank, step } = conditions(line, 5, faults, ['bara', 'utom', 'tomt', 'avrundat till']);
  if (parts) report.relations.push({ rule, total, parts, ...blank, ...step, ...only, ...except });
};

/** `Text;var det står;49;procent;deltagare/till-arbete/totalt / deltagare/avslutade/totalt`, then its rounding. */
export const readClaim: Reader = (line, report, faults) => {
  const place = faults.textAt(line, 2);
  const unit = faults.read(line, 4, unitOf);
  const { step } = conditions(line, 6, faults, ['avrundat till']);
  const figure = faults.read(line, 3, (text) => {
    if (unit && readFigure(text, unit).kind !== 'figure') throw new BadText('är inget tal. Skriv det som i texten.');
    return text;
  });
  const is = faults.read(line, 5, (text) => expressionOf(text, report.tables));
  noteClaim(line, report, { figure: 3, is: 5 });
  if (figure !== undefined && unit && is !== undefined) report.claims.push({ place, figure, unit, ...step, is });
};

const WORDS = ['mer-an', 'mindre-an', 'minst', 'hogst'] as const;

/** `Jämför;var det står;a/b/c;mer än;d/e/f`. */
export const readComparison: Reader = (line, report, faults) => {
  const place = faults.textAt(line, 2);
  const left = faults.read(line, 3, (text) => expressionOf(text, report.tables));
  const says = faults.read(line, 4, (text) => {
    const word = WORDS.find((one) => one === slugify(text));
    if (!word) throw new BadText('ska vara mer än, mindre än, minst eller högst.');
    return word;
  });
  const right = faults.read(line, 5, (text) => expressionOf(text, report.tables));
  noteClaim(line, report, { left: 3, says: 4, right: 5 });
  if (left !== undefined && says && right !== undefined) report.claims.push({ place, says, left, right });
};

function noteClaim(line: Line, report: TypedReport, fields: Readonly<Record<string, number>>): void {
  const path = ['claims', report.claims.length];
  report.note(path, line, 2);
  for (const [field, column] of Object.entries(fields)) report.note([...path, field], line, column);
}

function ruleOf(text: string): LinearRule | 'andel' {
  const rules = [...LINEAR_RULES, 'andel' as const];
  const rule = rules.find((one) => one === slugify(text));
  if (!rule) throw new BadText(`är ingen regel. Möjligt är: ${rules.join(', ')}.`);
  return rule;
}

type Condition = 'bara' | 'utom' | 'tomt' | 'avrundat till';

interface Conditions {
  readonly only?: { readonly only: string[] };
  readonly except?: { readonly except: string[] };
  readonly blank?: { readonly blank: 'all' };
  readonly step?: { readonly step: string };
}

/** The cells to the right, in any order: `bara: a, b`, `utom: c`, `tomt: inget`, `avrundat till: 100`. */
function conditions(line: Line, from: number, faults: GridFaults, known: readonly Condition[]): Conditions {
  let all: Conditions = {};
  for (let column = from; column <= line.cells.length; column++) {
    if (line.cells[column - 1]?.kind === 'empty') continue;
    const one = faults.read(line, column, (text) => conditionOf(text, known));
    all = { ...all, ...one };
  }
  return all;
}

function conditionOf(text: string, known: readonly Condition[]): Conditions {
  const [, word = '', said = ''] = /^([^:]*):\s*(.*)$/.exec(text) ?? [];
  const condition = known.find((one) => one === word.trim().toLowerCase());
  const ids = () => said.split(',').map((one) => idOf(one));
  switch (condition) {
    case 'bara':
      return { only: { only: ids() } };
    case 'utom':
      return { except: { except: ids() } };
    case 'tomt':
      if (said.toLowerCase() !== 'inget') throw new BadText('ska vara tomt: inget.');
      return { blank: { blank: 'all' } };
    case 'avrundat till':
      if (!/^\d[\d\s]{0,15}(?:,\d{1,2})?$/.test(said))
        throw new BadText('ska vara ett tal, till exempel avrundat till: 100.');
      return { step: { step: said } };
    case undefined:
      throw new BadText(`är inget villkor. Möjligt är: ${known.map((one) => `${one}:`).join(', ')}.`);
  }
}
