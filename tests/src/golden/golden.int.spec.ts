// Two published half-year reports, made again from their demo associations and held against the print, cell by cell.
// UPDATE_GOLDEN=1 writes the tables anew; read what changed before you keep it.
import { statementText } from '@finsam/reporting';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cells, numberIn, printedCells, reportCells } from './cells';
import { readDemo, type Slug, SLUGS } from './demo-files';
import { demoReports } from './demo-reports';
import { type Contradiction, type Derivable, differences, repeated, type Wording } from './differences';
import { fromScratch, type ReportTables } from './from-scratch';
import { printedTables } from './printed';

const FILES: Readonly<Record<Slug, string>> = {
  'sodra-vatterbygden': 'sodra-vatterbygden-2024-h1.txt',
  'sodra-dalarna': 'sodra-dalarna-2024-08.txt',
};

let reports: Readonly<Record<Slug, ReportTables>>;
let ours: Cells;
const printed = printedCells(printedTables);

beforeAll(async () => {
  reports = await demoReports();
  ours = reportCells(reports);
}, 120_000);

const kronor = (at: string) => numberIn(ours.get(`sodra-vatterbygden/resultatrakning/${at}`));

describe.each(SLUGS)('%s', (slug) => {
  it('is the table in the golden file, sign by sign', () => {
    const path = join(__dirname, FILES[slug]);
    const text = reports[slug].statements.map(statementText).join('\n');
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('is what a fold of every event from the first gives', () => {
    const { statements, participants } = fromScratch(readDemo(slug));
    expect(reports[slug].statements).toEqual(statements);
    expect(reports[slug].participants?.columns).toEqual(participants?.columns);
    expect(reports[slug].participants?.rows).toEqual(participants?.rows);
  });
});

describe('every printed cell', () => {
  const found = () => [...printed].filter(([at, text]) => ours.get(at) !== text);
  const listed = new Map(differences.map((difference) => [difference.at, difference]));

  it('is ours, or is listed as a difference with its reason', () => {
    const unlisted = found().filter(([at]) => !listed.has(at));
    expect(unlisted.map(([at, text]) => ({ at, printed: text, ours: ours.get(at) }))).toEqual([]);
  });

  it('that is listed as a difference is one', () => {
    const differing = new Set(found().map(([at]) => at));
    expect(differences.filter(({ at }) => !differing.has(at))).toEqual([]);
    expect(listed.size).toBe(differences.length);
  });

  it('that is listed as a difference is named as it is printed', () => {
    expect(differences.map(({ at, printed: text }) => [at, text])).toEqual(
      differences.map(({ at }) => [at, printed.get(at)]),
    );
  });

  it('stands in a table of its own', () => {
    const cells = printedTables.flatMap(({ columns, rows }) =>
      rows.filter((row) => row.cells.length > 0).map((row) => row.cells.length === columns.length),
    );
    expect(cells).not.toContain(false);
    expect(printed.size).toBe(525);
  });
});

describe('where the right figure follows from others in the print', () => {
  const right = differences.filter((difference): difference is Derivable => difference.kind === 'derivable');

  it.each(right)('$audit $at is $ours, not the printed $printed', ({ at, ours: expected }) => {
    expect(ours.get(at)).toBe(expected);
  });

  it('000-2 the contributions rise from 8,9 to 11,1 million, not to the printed 11,4', () => {
    const members = [
      'habo-kommun',
      'jonkopings-kommun',
      'mullsjo-kommun',
      'vaggeryds-kommun',
      'region-jonkopings-lan',
      'staten',
    ];
    const contributions = (column: string) => members.reduce((sum, member) => sum + kronor(`${member}/${column}`), 0);
    expect([contributions('utfall-foregaende-ar'), contributions('prognos')]).toEqual([8_892_000, 11_148_000]);
  });
});

describe('where the print rounds or words otherwise', () => {
  const words = differences.filter((difference): difference is Wording =>
    ['rounding', 'label'].includes(difference.kind),
  );

  it.each(words)('$audit $at is "$ours", printed "$printed"', ({ at, ours: expected }) => {
    expect(ours.get(at)).toBe(expected);
  });
});

describe('where two printed figures disagree and nothing decides', () => {
  const open = differences.filter((difference): difference is Contradiction => difference.kind === 'contradiction');

  it.each(open)('$audit $at: "$printed" against $against', ({ at, printed: text }) => {
    expect(printed.get(at)).toBe(text);
  });

  it.each(repeated)('$audit $one and $other stand against each other in print, and here', ({ one, other }) => {
    expect(numberIn(printed.get(one))).not.toBe(numberIn(printed.get(other)));
    expect([ours.get(one), ours.get(other)]).toEqual([printed.get(one), printed.get(other)]);
  });

  it('004-4 is told under our note: the income that the print leaves out', () => {
    const notes = reports['sodra-dalarna'].statements.find(({ layout }) => layout.id === 'noter-resultat')?.notes;
    expect(notes?.filter((note) => note.includes('konto 3690'))).toHaveLength(1);
  });

  it('004-11 the text foresees an equity of 600 tkr; the forecasts give 369 or 465', () => {
    const dalarna = (at: string) => numberIn(printed.get(`sodra-dalarna/${at}`));
    const opening = dalarna('balansrakning/ingaende-eget-kapital/utfall');
    const ways = [
      opening + dalarna('resultatrakning/arets-resultat/prognos'),
      opening - dalarna('driftredovisning/totalt-verksamhet/prognos'),
    ];
    expect(ways).toEqual([369, 465]);
  });
});
