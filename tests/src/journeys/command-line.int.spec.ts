// What a person at a terminal asks of statements and layouts: the built program on a database with books in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram, program } from '../faults/built-program';
import { type Ended, startNode } from '../faults/started-program';
import { SLUG } from './world/examples';
import { smallStatement } from './world/layouts';
import { startWorld, type World } from './world/world';

jest.setTimeout(120_000);

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'finsam-terminal-'));

beforeAll(async () => {
  buildProgram();
  world = await startWorld();
}, 240_000);

afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true });
}, 30_000);

function finsam(...words: string[]): Promise<Ended> {
  const { databaseUrl, secret, installation, associations } = world.config;
  return startNode(program, words, {
    DATABASE_URL: databaseUrl!,
    FINSAM_SECRET: secret,
    FINSAM_INSTALLATION: installation,
    FINSAM_ASSOCIATIONS: String(associations),
    FINSAM_DATA: folder,
  }).ended;
}

const ours = ['--association', SLUG];
const inPeriod = [...ours, '--period', '2024-H1'];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('finsam statement', () => {
  it('prints a statement as text, and all of them as the API answers them', async () => {
    const text = await finsam('statement', ...inPeriod, '--layout', smallStatement.id);
    expect([text.code, text.errors]).toEqual([0, '']);
    expect(plain(text.output)).toMatch(/^\S.* \((?:kr|tkr)\)\n/);
    const asked = `/v1/associations/${SLUG}/statements?period=2024-H1`;
    const { json } = await world.call('operator', 'GET', asked);
    expect(JSON.parse((await finsam('statement', ...inPeriod, '--format', 'json')).output)).toEqual(json);
    const csv = await finsam('statement', ...inPeriod, '--format', 'csv');
    expect(`${csv.output}`).toBe(`\ufeff${(await world.call('operator', 'GET', `${asked}&format=csv`)).text}`);
  });

  it('says what it does not have', async () => {
    const unknown = await finsam('statement', ...inPeriod, '--layout', 'finns-inte');
    expect([unknown.code, unknown.output]).toEqual([2, '']);
    expect(unknown.errors).toContain('Förbundet har ingen uppställning finns-inte.');
    expect((await finsam('statement', ...inPeriod, '--format', 'pdf')).errors).toContain('--format är text, json');
  });
});

describe('finsam explain', () => {
  it('tells the vouchers behind a cell', async () => {
    const cell = ['--layout', 'resultatrakning', '--row', 'kansli', '--column', 'utfall'];
    const { code, output } = await finsam('explain', ...inPeriod, ...cell, '--limit', '2');
    expect([code, plain(output)]).toEqual([0, expect.stringMatching(/Verifikationer, som de är bokförda:\n {2}2024-/)]);
  });
});

describe('finsam layouts', () => {
  it('lists them, and gives one that can be adopted again as the next version', async () => {
    const list = await finsam('layouts', ...ours);
    expect(list.output).toMatch(new RegExp(`^${smallStatement.id} +version 1 `));
    const one = await finsam('layouts', ...ours, '--layout', smallStatement.id);
    const file = join(folder, 'layout.json');
    const adopt = () =>
      finsam(
        'layout',
        'adopt',
        ...ours,
        '--file',
        file,
        '--body',
        'styrelse',
        '--on',
        '2024-09-01',
        '--paragraph',
        '9',
      );
    const layout = { ...(JSON.parse(one.output) as typeof smallStatement), version: 2 };
    writeFileSync(file, JSON.stringify({ ...layout, unit: 'mil', rows: [{ id: 'Å', kind: 'heading', label: 'x' }] }));
    const refused = await adopt();
    expect(refused.code).toBe(2);
    for (const pointer of ['/layout/unit: ', '/layout/rows/0/id: ']) expect(refused.errors).toContain(pointer);
    writeFileSync(file, JSON.stringify(layout));
    expect((await adopt()).output).toMatch(/^Uppställningen är antagen/);
    expect((await finsam('layouts', ...ours)).output).toContain('version 2');
  });
});
