import { businessDate, ore } from '@finsam/kernel';
import fc from 'fast-check';
import type { StatementTable } from '../statements/statement-table';
import { escaped } from './markup';
import { reportPage } from './page';
import type { ParticipantTable, ReportDocument } from './report-document';
import { COLOURS, STYLE } from './style';

const resultat: StatementTable = {
  layout: { id: 'resultatrakning', version: 1 },
  statement: 'flow',
  title: 'Resultaträkning per 2024-06-30',
  unit: 'kr',
  columns: [
    { id: 'utfall', label: 'Utfall', kind: 'actual' },
    { id: 'prognos', label: 'Prognos', kind: 'forecast' },
  ],
  rows: [
    { id: 'kostnader', label: 'Kostnader', kind: 'heading', level: 1, cells: [] },
    { id: 'verksamhet', label: 'Verksamhet', kind: 'heading', level: 2, note: 'Not 2', cells: [] },
    {
      id: 'enter',
      label: 'Enter',
      kind: 'line',
      level: 3,
      note: 'Not 3',
      cells: [
        { ore: ore(1_003_307_00), printed: '1\u00a0003\u00a0307' },
        { ore: null, printed: '' },
      ],
    },
    {
      id: 'summa',
      label: '',
      kind: 'sum',
      level: 1,
      cells: [
        { ore: ore(1_003_307_00), printed: '1\u00a0003\u00a0307' },
        { ore: null, printed: '' },
      ],
    },
  ],
  figures: {},
  notes: ['Egen not.'],
  unmapped: [],
};
const participants: ParticipantTable = {
  title: 'Deltagare',
  columns: [
    { id: 'enter', label: 'Enter' },
    { id: 'totalt', label: 'Totalt' },
  ],
  rows: [
    { id: 'man', label: 'Deltagande män', kind: 'count', cells: [35, 1_097] },
    { id: 'orsaker', label: 'Avslutsorsaker', kind: 'heading', cells: [] },
    { id: 'arbete', label: 'Arbete', kind: 'count', cells: [null, 0] },
  ],
  notes: [],
};
const report: ReportDocument = {
  schema: 'finsambok/report/2',
  association: { slug: 'norrviken', name: 'Samordningsförbundet Norrviken', organisationNumber: '222000-0000' },
  type: 'delarsrapport',
  title: 'Delårsrapport 2024',
  period: { code: '2024-H1', from: '2024-01-01', to: '2024-06-30', label: 'januari–juni 2024' },
  position: 1_234,
  seal: 'ab'.repeat(32),
  statements: [resultat],
  participants,
  published: {
    slug: 'norrviken',
    name: 'Samordningsförbundet Norrviken',
    type: 'delarsrapport',
    period: '2024-H1',
    from: businessDate('2024-01-01'),
    to: businessDate('2024-06-30'),
    figures: {},
    participants: null,
  },
  notes: ['Rapporten har inte granskats av revisorerna.'],
};
const page = reportPage(report);
const tagsOf = (markup: string) => [...markup.matchAll(/<(\/?[a-z0-9]+)/g)].map(([, tag]) => tag);

describe('the page of a report', () => {
  it('is Swedish, titled, and says for whom, for when and by whose decision', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/);
    expect(page).toContain('<title>Delårsrapport 2024 – Samordningsförbundet Norrviken</title>');
    expect(page).toContain('organisationsnummer 222000-0000');
    expect(page).toContain('Period: januari–juni 2024 (2024-01-01 – 2024-06-30)');
    expect(page).not.toContain('Fastställd');
    const adopted = { body: 'styrelse', on: businessDate('2024-08-30'), paragraph: '12', dnr: '2024:01/7' } as const;
    expect(reportPage({ ...report, adopted })).toContain('Fastställd av styrelsen 2024-08-30, § 12, dnr 2024:01/7.');
  });

  it('has its headings in order, one first', () => {
    const headings = [...page.matchAll(/<h(\d)>(.*?)<\/h\1>/g)].map(([, level, text]) => `${level} ${text}`);
    expect(headings).toEqual([
      '1 Delårsrapport 2024',
      '2 Resultaträkning per 2024-06-30',
      '2 Deltagare',
      '2 Upplysningar',
    ]);
  });

  it('says what does not add up: what is to be put right, and what stands by decision, with the reason', () => {
    const finding = {
      rule: 'omappat',
      severity: 'fel',
      place: 'rr/konto-8310/utfall',
      cells: [],
      difference: -200,
    } as const;
    const decision = { body: 'styrelse', on: businessDate('2024-08-30'), paragraph: '12' } as const;
    const printed = (...reconciliation: NonNullable<ReportDocument['reconciliation']>) =>
      reportPage({ ...report, schema: 'finsambok/report/3', reconciliation });
    const open = { ...finding, message: 'Konto 8310 finns inte på någon rad.', accepted: null };
    const both = printed(
      { ...open, cause: 'Ränta.' },
      { ...open, message: 'En krona fattas.', accepted: { reason: 'Öresavrundning', decision } },
    );
    expect(both).toContain('<h2>Avstämning</h2>');
    expect(both).toContain('<li>Fel att rätta: Konto 8310 finns inte på någon rad. Trolig orsak: Ränta.</li>');
    expect(both).toContain(
      '<li>En krona fattas. Godtas genom beslut av styrelsen 2024-08-30, § 12. Skäl: Öresavrundning.</li>',
    );
    expect(printed()).toBe(page);
    expect(printed({ ...open, severity: 'varning' })).toBe(page);
    const reason = 'Se beslutet.';
    expect(printed({ ...open, accepted: { reason, decision } })).toContain('Skäl: Se beslutet.</li>');
  });

  it('names every table, column and row for those who hear it read', () => {
    expect(page.match(/<table>\n<caption>/g)).toHaveLength(2);
    expect(page).toContain('<th scope="col">Prognos</th>');
    expect(page).toContain('<th scope="row">Enter <span class="reference">Not 3</span></th>');
    expect(page).toContain('<th scope="rowgroup" colspan="3">Kostnader</th>');
    expect(page).toContain('<th scope="row"><span class="unseen">Summa</span></th>');
    expect(page.replaceAll('<th scope="', '')).not.toMatch(/<th[ >]/);
  });

  it('begins a group of rows where a heading follows rows, not where it follows a heading', () => {
    expect(page.match(/<tbody>/g)).toHaveLength(3);
    expect(page).toMatch(/Kostnader<\/th><\/tr>\n<tr class="heading level-2">/);
  });

  it('leaves blanks blank, and prints a zero as zero', () => {
    expect(page).toContain('<td>1\u00a0003\u00a0307</td>\n<td></td></tr>');
    expect(page).toContain('<th scope="row">Arbete</th>\n<td></td>\n<td>0</td>');
    expect(page).toContain('<td>35</td>\n<td>1\u00a0097</td>');
  });

  it('ends with the position, the unit and how it was rounded', () => {
    const footer = page.slice(page.indexOf('<footer>'));
    expect(footer).toContain('till och med position 1234 i förbundets logg');
    expect(footer).toContain(`Loggens sigill där: ${'ab'.repeat(32)}`);
    expect(footer).toContain('Period: 2024-H1.');
    expect(footer).toContain('Belopp i kronor (kr). Summor är beräknade på öre');
    const both = { ...report, statements: [resultat, { ...resultat, unit: 'tkr' as const }] };
    expect(reportPage(both)).toContain('Belopp i kronor (kr) och tusental kronor (tkr).');
  });

  it('says nothing of participants, notes or amounts that there are none of', () => {
    const bare = reportPage({ ...report, statements: [], participants: null, notes: [] });
    expect(bare).not.toContain('<table');
    expect(bare).not.toContain('<h2>');
    expect(bare).not.toContain('Belopp i');
    expect(bare).not.toContain('undefined');
  });

  it('runs nothing and fetches nothing', () => {
    expect(tagsOf(page)).not.toEqual(expect.arrayContaining(['script']));
    expect(page).not.toMatch(/\b(?:src|href)=|@import|url\(|https?:/);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"');
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const tag of tagsOf(page)) {
      if (tag === undefined || tag === 'meta') continue;
      if (!tag.startsWith('/')) open.push(tag);
      else expect(open.pop()).toBe(tag.slice(1));
    }
    expect(open).toEqual([]);
  });

  it('lets no text become markup, wherever it stands', () => {
    const evil = `</title><script>alert("1")</script>'&`;
    const [heading, line] = [resultat.rows[0], resultat.rows[2]];
    const table: StatementTable = {
      ...resultat,
      title: evil,
      columns: [{ id: 'a', label: evil, kind: 'actual' }],
      rows: [heading, line].flatMap((row) =>
        row ? [{ ...row, label: evil, note: evil, cells: row.cells.map((cell) => ({ ...cell, printed: evil })) }] : [],
      ),
      notes: [evil],
    };
    const markup = reportPage({
      ...report,
      association: { slug: 'x', name: evil, organisationNumber: evil },
      title: evil,
      period: { code: evil, from: evil, to: evil, label: evil },
      statements: [table],
      participants: { ...participants, title: evil, notes: [evil] },
      notes: [evil],
    });
    expect(markup).not.toContain('<script');
    expect(markup).not.toContain('alert("1")');
    expect(markup.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&#39;&amp;/g)?.length).toBeGreaterThan(18);
    const known = new Set(tagsOf(page));
    expect(tagsOf(markup).filter((tag) => !known.has(tag))).toEqual([]);
  });

  it('is the same page for the same document', () => {
    expect(reportPage(structuredClone(report))).toBe(page);
  });
});

describe('an escaped text', () => {
  it('holds no sign that HTML reads, and can be read back', () => {
    const back = (text: string) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', 'ö', ';', '#39', 'lt') }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
        expect(back(escaped(text))).toBe(text);
      }),
    );
  });
});

describe('the colours', () => {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };

  it.each(['ink', 'quiet', 'accent'] as const)('let %s be read on paper and on a band, as WCAG AA asks', (text) => {
    expect(contrast(COLOURS[text], COLOURS.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(COLOURS[text], COLOURS.band)).toBeGreaterThanOrEqual(4.5);
  });

  it('are all there are', () => {
    const used = new Set(STYLE.match(/#[0-9a-f]{3,8}\b/g));
    expect([...used].filter((colour) => !(Object.values(COLOURS) as string[]).includes(colour))).toEqual([]);
    expect(STYLE).not.toMatch(/\b(?:rgba?|hsla?)\(|opacity/);
  });
});
