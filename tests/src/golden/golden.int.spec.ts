// Two published half-year reports, made again from their demo associations and held against the print, cell by cell.
// UPDATE_GOLDEN=1 writes the tables anew; read what changed before you keep it.
import { type Cells, numberIn, printedCells, reportCells } from './cells';
import { readDemo, type Slug, SLUGS } from './demo/demo-files';
import { demoReports } from './demo-reports';
import { differences, repeated } from './differences';
import { fromScratch, type ReportTables } from './from-scratch';
import { goldenText, tablesText, writeGolden } from './golden-files';
import { printedTables } from './printed';

let reports: Readonly<Record<Slug, ReportTables>>;
let ours: Cells;
const printed = printedCells(printedTables);

beforeAll(async () => {
  reports = await demoReports();
  ours = reportCells(reports);
}, 120_000);

describe.each(SLUGS)('%s', (slug) => {
  it('is the golden file, sign by sign', () => {
    const text = tablesText(reports[slug]);
    if (process.env['UPDATE_GOLDEN']) writeGolden(slug, text);
    expect(text).toBe(goldenText(slug));
  });

  it('is what a fold of every event from the first gives', () => {
    const { statements, participants } = fromScratch(readDemo(slug));
    expect(reports[slug].statements).toEqual(statements);
    expect(reports[slug].participants?.columns).toEqual(participants?.columns);
    expect(reports[slug].participants?.rows).toEqual(participants?.rows);
  });
});

describe('every printed cell', () => {
  const listed = new Set(differences.map(({ at }) => at));
  const differing = () => [...printed].filter(([at, text]) => ours.get(at) !== text);

  it('is ours, or is listed as a difference', () => {
    const unlisted = differing().filter(([at]) => !listed.has(at));
    expect(unlisted.map(([at, text]) => ({ at, printed: text, ours: ours.get(at) }))).toEqual([]);
  });

  it('that is listed as a difference is one', () => {
    const found = new Set(differing().map(([at]) => at));
    expect(differences.filter(({ at }) => !found.has(at))).toEqual([]);
  });

  it('that is listed as a difference is listed once, as it is printed', () => {
    expect(listed.size).toBe(differences.length);
    for (const { at, printed: text } of differences) expect([at, printed.get(at)]).toEqual([at, text]);
  });

  it('has its place in our tables, which hold one row more: the result that a balansräkning left out', () => {
    const added = 'sodra-dalarna/balansrakning/periodens-resultat/';
    const tableOf = (at: string) => at.split('/', 2).join('/');
    for (const table of new Set([...printed.keys()].map(tableOf))) {
      const placesIn = (cells: Cells) => [...cells.keys()].filter((at) => tableOf(at) === table);
      expect(placesIn(ours).filter((at) => !at.startsWith(added))).toEqual(placesIn(printed));
    }
  });
});

describe('where the right figure follows from others in the print', () => {
  it.each(differences.filter(({ kind }) => kind === 'derivable'))(
    '$audit $at is $other, not the printed $printed',
    ({ at, other }) => expect(ours.get(at)).toBe(other),
  );

  it('000-2 the contributions rise from 8,9 to 11,1 million, not to the 11,4 of the text', () => {
    const rows = printedTables[0]!.rows.filter(({ id }) => /-kommun$|^region-|^staten$/.test(id));
    const contributions = (column: string) =>
      rows.reduce((sum, { id }) => sum + numberIn(ours.get(`sodra-vatterbygden/resultatrakning/${id}/${column}`)), 0);
    expect([contributions('utfall-foregaende-ar'), contributions('prognos')]).toEqual([8_892_000, 11_148_000]);
  });
});

describe('where the print rounds or words otherwise', () => {
  it.each(differences.filter(({ kind }) => kind === 'rounding' || kind === 'label'))(
    '$audit $at is "$other", printed "$printed"',
    ({ at, other }) => expect(ours.get(at)).toBe(other),
  );
});

describe('where two printed figures disagree and nothing decides', () => {
  it.each(differences.filter(({ kind }) => kind === 'contradiction'))(
    '$audit $at: "$printed" against $other',
    ({ at, printed: text, other }) =>
      expect([printed.get(at), numberIn(text) === numberIn(other)]).toEqual([text, false]),
  );

  it.each(repeated)('$audit $one stands against $other in print, and here', ({ one, other }) => {
    expect(numberIn(printed.get(one))).not.toBe(numberIn(printed.get(other)));
    expect([ours.get(one), ours.get(other)]).toEqual([printed.get(one), printed.get(other)]);
  });

  it('004-4 is told under our note: which income the print leaves out', () => {
    const note = reports['sodra-dalarna'].statements.find(({ layout }) => layout.id === 'noter-resultat');
    expect(note?.unmapped).toMatchObject([{ account: 3690, lines: [], amountOre: -190_000_00 }]);
    expect(note?.notes.filter((sentence) => sentence.includes('konto 3690'))).toHaveLength(1);
  });

  it('004-11 the text foresees an equity of 600 tkr; the two forecasts give 369 and 465', () => {
    const dalarna = (at: string) => numberIn(printed.get(`sodra-dalarna/${at}`));
    const opening = dalarna('balansrakning/ingaende-eget-kapital/utfall');
    const result = dalarna('resultatrakning/arets-resultat/prognos');
    const total = dalarna('driftredovisning/totalt-verksamhet/prognos');
    expect([opening + result, opening - total]).toEqual([369, 465]);
  });
});
