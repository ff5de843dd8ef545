import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toXlsx } from '@finsam/platform';
import { CliError, parseArguments } from './arguments';
import { granskaCommand } from './granska';

const folder = mkdtempSync(join(tmpdir(), 'granska-'));
const file = join(folder, 'rapport.json');
const sound = {
  title: 'Rapport',
  tables: [
    {
      id: 't',
      title: 'Tabell',
      unit: 'kr',
      columns: [{ id: 'a', label: 'A' }],
      rows: [
        { id: 'del', label: 'Del', cells: ['100'] },
        { id: 'summa', label: 'Summa', cells: ['100'] },
      ],
    },
  ],
  relations: [{ rule: 'summa', total: 't/summa', parts: ['t/del'] }],
};
const wrong = JSON.parse(JSON.stringify(sound).replace('"100"', '"190"')) as unknown;

async function granska(content: unknown, format?: string): Promise<{ text: string; code: unknown }> {
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(file, isRaw ? content : JSON.stringify(content));
  const { command, options } = parseArguments(['granska', file, ...(format ? ['--format', format] : [])], {
    granska: granskaCommand,
  });
  return captured(() => command!.run(options));
}

/** What it prints, and the exit code that it leaves. */
async function captured(work: () => Promise<void>): Promise<{ text: string; code: unknown }> {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await work();
    return { text: lines.join(''), code: process.exitCode };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}

describe('finsam granska', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('ends well when nothing is wrong, and with 1 when something is', async () => {
    expect(await granska(sound)).toEqual({ text: 'Rapport: 0 fel, 0 varningar, 0 upplysningar\n', code: undefined });
    const { text, code } = await granska(wrong);
    expect(text).toContain('FEL  summa  t/summa/a');
    expect(code).toBe(1);
  });

  it('tells the same as JSON', async () => {
    const { text } = await granska(wrong, 'json');
    expect(JSON.parse(text)).toMatchObject({ title: 'Rapport', findings: [{ rule: 'summa', severity: 'fel' }] });
  });

  it('names what is wrong with the form, in Swedish', async () => {
    await expect(granska('{')).rejects.toThrow('Filen är inte JSON i UTF-8.');
    await expect(granska({ ...sound, tables: 5 })).rejects.toThrow(/har inte formen av en rapport[^]*\/tables: /);
    await expect(granska(sound, 'xml')).rejects.toThrow('--format är text, json eller html.');
  });

  it('tells a typing error from a finding', async () => {
    const lost = JSON.parse(JSON.stringify(sound).replace('t/del', 't/dle')) as unknown;
    await expect(granska(lost)).rejects.toThrow(new CliError('t/dle/a finns inte i rapporten.'));
  });

  it('gives a page to print', async () => {
    const { text, code } = await granska(wrong, 'html');
    expect([text.slice(0, 15), code]).toEqual(['<!doctype html>', 1]);
    expect(text).toContain('<h2>fel · summa · t/summa/a</h2>');
  });

  const lines = ['Rapport;Rapport', 'Tabell;t;Tabell;kr', 'rad;text;summa av;A', 'del;Del;;100', 'summa;Summa;del;190'];

  it('reads what its bytes say, whatever the file is called', async () => {
    const cells = (line: string) => line.split(';').map((text) => ({ kind: 'text', text }) as const);
    for (const file of [Buffer.from(lines.join('\n')), toXlsx({ rows: lines.map(cells) })]) {
      const { text, code } = await granska(file);
      expect([code, text]).toEqual([1, expect.stringContaining('FEL  summa  t/summa/a\n')]);
    }
  });

  it('names what is wrong with a spreadsheet by row and column', async () => {
    const faulty = lines.join('\n').replace('100', 'hundra').replace(';del;', ';delen;');
    await expect(granska(faulty)).rejects.toThrow(
      new CliError(
        'Filen har 2 fel. Ingenting av den är granskat.\n' +
          '  Rad 4, kolumn D: är inget tal. Skriv det som det är tryckt.\n' +
          '  Rad 5, kolumn C: raden delen finns inte i tabellen. Före ett minustecken ska det stå ett mellanslag.',
      ),
    );
  });

  it('writes a template, which it finds nothing wrong with, and never over a file', async () => {
    for (const name of ['mall.csv', 'mall.XLSX']) {
      const template = join(folder, name);
      const ask = (...argv: string[]) => parseArguments(['granska', ...argv], { granska: granskaCommand });
      const write = () => {
        const { command, options } = ask('--mall', template);
        return captured(() => command!.run(options));
      };
      expect((await write()).text).toContain('Mallen är skriven till');
      expect((await granska(readFileSync(template))).text).toMatch(/: 0 fel, 0 varningar, 0 upplysningar\n$/);
      await expect(write()).rejects.toThrow('finns redan');
    }
    await expect(granskaCommand.run({ mall: join(folder, 'mall.ods') })).rejects.toThrow('slutar på .xlsx eller .csv');
  });

  it('needs one file, and takes no more', () => {
    const call =
      (...argv: string[]) =>
      () =>
        parseArguments(['granska', ...argv], { granska: granskaCommand });
    expect(call()).toThrow('finsam granska behöver en fil.');
    expect(call('a', 'b')).toThrow('finsam granska tar --fil, --format');
  });
});
