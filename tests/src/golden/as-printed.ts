// Our tables held against printed ones, cell by cell: what is shared by all documents retold here.
import { type Cells, numberIn } from './cells';
import type { Difference, Repeated } from './finding';

export interface Print {
  readonly printed: Cells;
  readonly differences: readonly Difference[];
  readonly repeated?: readonly Repeated[];
  /** How the places begin that our tables have and the print has not. */
  readonly added?: readonly string[];
}

/** `ours`: asked when the tests run, not when they are told. */
export function describeAsPrinted(ours: () => Cells, { printed, differences, repeated = [], added = [] }: Print): void {
  const listed = new Set(differences.map(({ at }) => at));
  const differing = () => [...printed].filter(([at, text]) => ours().get(at) !== text);
  const ofKind = (...kinds: Difference['kind'][]) => differences.filter(({ kind }) => kinds.includes(kind));

  describe('every printed cell', () => {
    it('is ours, or is listed as a difference', () => {
      const unlisted = differing().filter(([at]) => !listed.has(at));
      expect(unlisted.map(([at, text]) => ({ at, printed: text, ours: ours().get(at) }))).toEqual([]);
    });

    it('that is listed as a difference is one', () => {
      const found = new Set(differing().map(([at]) => at));
      expect(differences.filter(({ at }) => !found.has(at))).toEqual([]);
    });

    it('that is listed as a difference is listed once, as it is printed', () => {
      expect(listed.size).toBe(differences.length);
      for (const { at, printed: text } of differences) expect([at, printed.get(at)]).toEqual([at, text]);
    });

    it('has its place in our tables, which hold nothing more but what is said to be added', () => {
      const tableOf = (at: string) => at.split('/', 2).join('/');
      for (const table of new Set([...printed.keys()].map(tableOf))) {
        const placesIn = (cells: Cells) => [...cells.keys()].filter((at) => tableOf(at) === table);
        const isAdded = (at: string) => added.some((start) => at.startsWith(start));
        expect(placesIn(ours()).filter((at) => !isAdded(at))).toEqual(placesIn(printed));
      }
      for (const start of added) expect([...ours().keys()].some((at) => at.startsWith(start))).toBe(true);
    });
  });

  describeEach('where the right figure follows from others in the print', ofKind('derivable', 'blank'), (differs) => {
    const { audit, at, printed: text, other } = differs;
    it(`${audit} ${at} is ${other}, not the printed ${text || 'nothing'}`, () => expect(ours().get(at)).toBe(other));
  });

  describeEach('where the print rounds or words otherwise', ofKind('rounding', 'label'), (differs) => {
    const { audit, at, printed: text, other } = differs;
    it(`${audit} ${at} is "${other}", printed "${text}"`, () => expect(ours().get(at)).toBe(other));
  });

  describeEach('where two printed figures disagree and nothing decides', ofKind('contradiction'), (differs) => {
    const { audit, at, printed: text, other } = differs;
    it(`${audit} ${at}: "${text}" against ${other}`, () =>
      expect([printed.get(at), numberIn(text) === numberIn(other)]).toEqual([text, false]));
  });

  describeEach('where the print and our tables disagree with themselves alike', repeated, ({ audit, one, other }) => {
    it(`${audit} ${one} stands against ${other} in print, and here`, () => {
      expect(numberIn(printed.get(one))).not.toBe(numberIn(printed.get(other)));
      expect([ours().get(one), ours().get(other)]).toEqual([printed.get(one), printed.get(other)]);
    });
  });
}

/** No heading without something under it. */
function describeEach<T>(heading: string, items: readonly T[], each: (item: T) => void): void {
  if (items.length > 0) describe(heading, () => items.forEach(each));
}
