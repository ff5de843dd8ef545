// Whatever anybody sends to be reconciled: an answer or a refusal in words, within its time, and never a failure.
import type { Installation } from '@finsam/assembly';
import { toCsv, toXlsx } from '@finsam/platform';
import { tableFiles } from '@finsam/platform/testing';
import { reportTemplate } from '@finsam/reporting';
import fc from 'fast-check';
import { pino } from 'pino';
import { type RunningApi, startApi } from './start-api';

jest.setTimeout(180_000);

/** `FINSAM_FUZZ` asks for more. */
const RUNS = Number(process.env['FINSAM_FUZZ'] ?? 150);

let api: RunningApi;
beforeAll(async () => {
  const config = { secret: 's'.repeat(32), host: '127.0.0.1', port: 0, trustedProxies: 0, openCallsPerMinute: 99_999 };
  api = await startApi({ config, databases: {}, store: {} } as never as Installation, pino({ level: 'silent' }), 0);
});
afterAll(() => api.close());

async function send(body: string | Uint8Array, format = 'json') {
  const bytes = Uint8Array.from(Buffer.from(body as string));
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(`${api.url}/v1/granska?format=${format}`, { method: 'POST', headers, body: bytes });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

/** 'answered', the code of the refusal, or what is wrong with the answer. */
async function outcomeOf(body: string | Uint8Array, format?: string): Promise<string> {
  const { status, type, text } = await send(body, format);
  if (status === 200) return 'answered';
  const { type: code } = JSON.parse(text) as { type: string };
  const isRefusal = status >= 400 && status < 500 && type === 'application/problem+json; charset=utf-8';
  return isRefusal ? code.replace('urn:finsambok:', '') : `${status} ${text}`;
}

const isFine = (outcome: string) => /^(?:answered|(?:table|reconciliation|http)\/[a-z-]+)$/.test(outcome);
const fine = async (body: string | Uint8Array, format?: string) => {
  const outcome = await outcomeOf(body, format);
  if (!isFine(outcome)) throw new Error(outcome.slice(0, 500));
};

const columns = ['a', 'b'].map((id) => ({ id, label: id }));
const rowOf = (id: string, ...cells: unknown[]) => ({ id, label: id, cells });
const form = (more: object = {}) => ({
  title: 'R',
  tables: [{ id: 't', title: 'T', unit: 'kr', columns, rows: [rowOf('x', '1', '2'), rowOf('y', '3', '4')] }],
  relations: [{ rule: 'summa', total: 't/y', parts: ['t/x'] }],
  ...more,
});

describe('hostile files', () => {
  const { bookOf, partsOf, rawEntries, rawZip, zipOf } = tableFiles;
  const template = reportTemplate('xlsx');
  const deep = (of: string, to: string, times: number) => of.repeat(times) + to.repeat(times);
  const xml = (sheet: string) => zipOf({ ...partsOf(), 'xl/worksheets/sheet1.xml': sheet });
  const bomb = { name: 'xl/bomb.xml', content: Buffer.alloc(60_000_000), packed: true };

  it.each<readonly [string, string | Buffer, string]>([
    ['half a workbook', template.subarray(0, template.length / 2), 'table/broken'],
    ['a zip of nothing', rawZip([]), 'table/unknown-format'],
    ['a bomb', rawZip([...rawEntries(partsOf()), bomb]), 'table/too-heavy'],
    ['an entity that grows', xml('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'), 'table/unsafe'],
    ['a hidden sheet', bookOf({ sheetState: 'hidden' }), 'table/sheets'],
    ['JSON without end', deep('[', ']', 100_000), 'http/too-deep'],
    ['objects without end', deep('{"a":', '', 100_000), 'http/too-deep'],
    ['a prototype', '{"__proto__":{"title":"x"}}', 'http/unsafe-name'],
    ['a prototype within', '{"tables":[{"constructor":{"prototype":1}}]}', 'http/unsafe-name'],
    [
      'a number of a thousand digits',
      JSON.stringify(form()).replace('"1"', '9'.repeat(1_000)),
      'reconciliation/not-a-report',
    ],
    ['a number beyond all', JSON.stringify(form()).replace('"1"', '1e999'), 'reconciliation/not-a-report'],
    [
      'a figure beyond all',
      JSON.stringify(form()).replace('"1"', `"${'9'.repeat(40)}"`),
      'reconciliation/unreadable-cell',
    ],
    ['UTF-16', Buffer.from('\ufeffRapport;R', 'utf16le'), 'reconciliation/faulty-cells'],
    ['NUL', Buffer.alloc(1_000), 'table/not-text'],
    ['a quote without end', `Rapport;"${'x'.repeat(100_000)}`, 'table/quotes'],
    ['50 000 empty lines', '\n'.repeat(50_000), 'reconciliation/no-lines'],
    ['3 000 tables', `Rapport;R\n${'Tabell;;T;kr\n'.repeat(3_000)}`, 'reconciliation/faulty-cells'],
    [
      'a sum of itself, without end',
      `Rapport;R\nTabell;t;T;kr\nrad;text;summa av;A\na;;${'a + '.repeat(8_000)}a;1`,
      'reconciliation/faulty-cells',
    ],
  ])('are refused: %s', async (_, body, code) => {
    expect(await outcomeOf(body)).toBe(code);
  });

  it('have a time, and work after them is done as before', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ id: `c${n}`, label: `${n}` }));
    const rows = Array.from({ length: 400 }, (_, n) => rowOf(`r${n}`, ...many.map((__, m) => (n * 7 + m) % 90)));
    const tables = [{ id: 't', title: 'T', unit: 'kr', columns: many, rows }];
    const relations = many.flatMap((one) =>
      Array.from({ length: 25 }, () => ({
        rule: 'summa',
        total: `t/*/${one.id}`,
        parts: many.map(({ id }) => `t/*/${id}`),
      })),
    );
    const started = performance.now();
    expect(await outcomeOf(JSON.stringify({ title: 'R', tables, relations }))).toBe('reconciliation/too-heavy');
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await outcomeOf(reportTemplate('csv'))).toBe('answered');
  });

  it('give as many findings as a person reads, and say that there are more', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => rowOf(`r${n}`, n, 1_000));
    const tables = [{ id: 't', title: 'T', unit: 'antal', columns, rows }];
    const relations = [0, 1].map(() => ({ rule: 'summa', total: 't/*/a', parts: ['t/*/b'] }));
    const answer = JSON.parse((await send(JSON.stringify({ title: 'R', tables, relations }))).text) as {
      findings: [];
      left: number;
    };
    expect([answer.findings.length, answer.left]).toEqual([500, 300]);
    for (const format of ['text', 'html']) {
      expect((await send(JSON.stringify({ title: 'R', tables, relations }), format)).text).toContain(
        '300 till visas inte här.',
      );
    }
  });
});

describe('anything', () => {
  const figures = fc.constantFrom(
    '',
    '..',
    '-',
    '0',
    '-0',
    '1',
    '99999999999',
    '-90071992547409,91',
    '0,01',
    '54 %',
    '−5 tkr',
    1e13,
    -1e13,
    null,
  );
  const units = fc.constantFrom('kr', 'tkr', 'mkr', 'antal', 'procent', 'månader', 'år');
  const refs = fc
    .tuple(fc.constantFrom('', '-'), fc.constantFrom('x', 'y', '*'), fc.constantFrom('', '/a', '/b', '/*'))
    .map(([sign, row, column]) => `${sign}t/${row}${column}`);
  const many = fc.array(refs, { minLength: 1, maxLength: 6 });
  const relations = fc.oneof(
    fc.record({
      rule: fc.constantFrom('summa', 'avvikelse', 'not-rad'),
      total: refs,
      parts: many,
      step: fc.constantFrom('1', '1 000', 'x', '0'),
    }),
    fc.record({ rule: fc.constant('andel'), share: refs, of: many, against: many }),
  );
  const times = fc.constantFrom([1_000, 1], [1, 1_000], [8, 12]);
  const expressions = fc.oneof(
    refs,
    fc.record({ sum: fc.array(fc.record({ cell: refs, times }), { minLength: 1, maxLength: 6 }) }),
    fc.record({ share: fc.record({ of: many, against: many }) }),
    fc.record({ figure: fc.constantFrom('1', '99999999999999', 'x'), unit: units }),
  );
  const claims = fc.oneof(
    fc.record({
      place: fc.constant('Sid 1'),
      figure: fc.constantFrom('1', '-99999999999'),
      unit: units,
      is: expressions,
    }),
    fc.record({
      place: fc.constant('Sid 1'),
      says: fc.constantFrom('mer-an', 'hogst'),
      left: expressions,
      right: expressions,
    }),
  );
  const reports = fc.record({
    tables: fc
      .tuple(units, fc.array(figures, { minLength: 4, maxLength: 4 }))
      .map(([unit, [one, two, three, four]]) => [
        { id: 't', title: 'T', unit, columns, rows: [rowOf('x', one, two), rowOf('y', three, four)] },
      ]),
    relations: fc.array(relations, { maxLength: 5 }),
    claims: fc.array(claims, { maxLength: 5 }),
  });
  const formats = fc.constantFrom('json', 'text', 'html');

  it('of the form of a report, whatever its figures are', async () => {
    await fc.assert(
      fc.asyncProperty(reports, formats, (one, format) => fine(JSON.stringify(form(one)), format)),
      { numRuns: RUNS },
    );
  });

  it('that is JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), (value) => fine(JSON.stringify([value]).slice(1, -1))),
      { numRuns: RUNS },
    );
  });

  const words = [
    'Rapport',
    'Tabell',
    'Regel',
    'Text',
    'Jämför',
    'rad',
    'text',
    'summa av',
    'enhet',
    'kolumn:',
    'år:',
    'kr',
    'procent',
  ];
  const parts = [
    't',
    'a',
    'a..b',
    't/a',
    't/a/b',
    '*',
    '-',
    '+',
    ' / ',
    ' * 8/12',
    'bara: a',
    'tomt: inget',
    '1',
    '2024',
    '-5,5',
    '=',
  ];
  const texts = fc.oneof(
    fc.constantFrom(...words, ...parts),
    fc.string({ maxLength: 8 }),
    fc.array(fc.constantFrom(...parts), { maxLength: 5 }).map((some) => some.join(' ')),
  );
  const cells = texts.map((text) => (text === '' ? ({ kind: 'empty' } as const) : ({ kind: 'text', text } as const)));
  const lines = fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 12 });
  const head = [
    ['Rapport', 'R'],
    ['Tabell', 't', 'T', 'kr'],
    ['rad', 'text', 'summa av', 'a', 'b'],
    ['a', 'A', '', '1', '2'],
    ['b', 'B', 'a', '3', '4'],
  ].map((line) => line.map((text) => (text === '' ? ({ kind: 'empty' } as const) : ({ kind: 'text', text } as const))));

  it('in lines and columns, as CSV and as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), fc.boolean(), (some, begun, book) => {
        const rows = begun ? [...head, ...some] : some;
        return fine(book ? toXlsx({ rows }) : toCsv({ rows }));
      }),
      { numRuns: RUNS },
    );
  });

  it('that a good file becomes when bytes of it are changed or lost', async () => {
    const files = [reportTemplate('csv'), reportTemplate('xlsx'), Buffer.from(JSON.stringify(form()))];
    const change = fc.record({ at: fc.nat(), by: fc.nat(255), cut: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        let bytes = Buffer.from(file);
        for (const { at, by, cut } of changes) {
          const place = at % bytes.length;
          bytes[place] = by;
          if (cut > 0) bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + cut)]);
          if (bytes.length === 0) bytes = Buffer.from('x');
        }
        return fine(bytes);
      }),
      { numRuns: RUNS },
    );
  });
});
