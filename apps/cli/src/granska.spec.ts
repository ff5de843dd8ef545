import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { command, options } = parseArguments(['granska', file, ...(format ? ['--format', format] : [])], {
    granska: granskaCommand,
  });
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await command!.run(options);
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
    await expect(granska(sound, 'xml')).rejects.toThrow('--format är text eller json.');
  });

  it('tells a typing error from a finding', async () => {
    const lost = JSON.parse(JSON.stringify(sound).replace('t/del', 't/dle')) as unknown;
    await expect(granska(lost)).rejects.toThrow(new CliError('t/dle/a finns inte i rapporten.'));
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
