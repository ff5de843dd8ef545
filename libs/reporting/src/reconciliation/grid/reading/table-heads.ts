// The heads of a typed table: which columns say what a row is, and which are printed.
import { readFigure } from '../../typed/printed-figure';
import type { TableInput } from './expressions';
import { BadText, type GridFaults, type Line } from '../lines';
import { idOf, unitOf } from '../words';

/** Beside `rad`, which comes first. The printed columns begin after the last of them. */
const ABOUT = ['text', 'summa av', 'roll', 'enhet'] as const;
type About = (typeof ABOUT)[number];

export interface Heads {
  /** Where each stands; 0 where it does not. */
  readonly about: Readonly<Record<About, number>>;
  readonly columns: TableInput['columns'];
  /** Where each column stands in the file. */
  readonly places: readonly number[];
  /** The lines that are left: the rows. */
  readonly rows: readonly Line[];
  /** Nobody can tell which column is which: what stands in the rows is not looked at. */
  readonly broken: boolean;
}

const MORE = ['kolumn', 'enhet', 'år'] as const;

export function headsOf([line, ...below]: readonly [Line, ...Line[]], faults: GridFaults): Heads {
  const begins = faults.textAt(line, 1).toLowerCase() === 'rad';
  if (!begins) faults.add(line, 1, 'rubrikraden under Tabell ska börja med rad, text.');
  const about = { text: 0, 'summa av': 0, roll: 0, enhet: 0 };
  let place = 2;
  for (; place <= line.cells.length; place++) {
    const heading = faults.textAt(line, place).toLowerCase() as About;
    if (!ABOUT.includes(heading) || about[heading] > 0) break;
    about[heading] = place;
  }
  if (begins && about.text === 0) faults.add(line, 2, 'kolumnen text saknas: den som har radernas rubriker.');
  const { more, rows } = parted(below, faults);
  const places = line.cells.flatMap(({ kind }, index) => (index + 1 >= place && kind !== 'empty' ? [index + 1] : []));
  if (places.length === 0) faults.add(line, undefined, 'tabellen har inga tryckta kolumner.');
  const columns = places.map((at) => columnOf(line, at, more, faults));
  columns.forEach(({ id }, index) => {
    const first = columns.findIndex((other) => other.id === id);
    if (first === index) return;
    faults.add(line, places[index], `två kolumner får namnet ${id}. Skriv namn på en rad kolumn: under rubrikerna.`);
  });
  const broken = !begins || about.text === 0 || columns.length === 0;
  return { about, columns, places, rows, broken };
}

/** Lines right under the heads that say more of the columns: `kolumn:`, `enhet:`, `år:`. */
function parted(below: readonly Line[], faults: GridFaults) {
  const more = new Map<string, Line>();
  const end = below.findIndex((line) => {
    const [, word] = /^(.*):$/.exec(faults.textAt(line, 1).toLowerCase()) ?? [];
    if (word === undefined) return true;
    if (!MORE.some((one) => one === word) || more.has(word)) {
      faults.add(line, 1, 'ska vara kolumn:, enhet: eller år:, en gång var.');
    }
    more.set(word, line);
    return false;
  });
  return { more, rows: end === -1 ? [] : below.slice(end) };
}

function columnOf(
  line: Line,
  at: number,
  more: ReadonlyMap<string, Line>,
  faults: GridFaults,
): TableInput['columns'][number] {
  const label = faults.textAt(line, at);
  const said = <T>(word: (typeof MORE)[number], work: (text: string) => T): T | undefined => {
    const under = more.get(word);
    return under && faults.textAt(under, at) !== '' ? faults.read(under, at, work) : undefined;
  };
  const id = said('kolumn', idOf) ?? faults.read(line, at, () => idOf(label)) ?? `kolumn-${at}`;
  const unit = said('enhet', unitOf);
  const year = said('år', yearOf);
  return { id, label, ...(unit && { unit }), ...(year && { year }) };
}

function yearOf(text: string): number {
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new BadText('är inget årtal.');
  return Number(text);
}

/** Throws for what is neither a figure nor a blank. */
export function checkFigure(text: string, unit: Parameters<typeof readFigure>[1]): void {
  if (readFigure(text, unit).kind === 'unreadable') throw new BadText('är inget tal. Skriv det som det är tryckt.');
}
