// `finsam import`: sends a file of contributions, a budget or a forecast to the API, and says what came of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { issueToken } from '@finsam/platform';
import { apiClient } from './api-client';
import { type CliCommand, CliError, type Options } from './arguments';
import { cliConfig } from './database';
import { startService } from './start';

const PATHS: Readonly<Record<string, string>> = { bidrag: 'contributions', budget: 'budgets', prognos: 'forecasts' };
/** Of the decision behind it; a forecast has its reporting date instead. */
const QUERY = ['body', 'on', 'paragraph', 'dnr', 'asOf', 'prov'];

async function importFile(options: Options): Promise<void> {
  const { association, kind, year, file } = options;
  const path = Object.hasOwn(PATHS, kind!) ? PATHS[kind!] : undefined;
  if (path === undefined) throw new CliError('--kind är bidrag, budget eller prognos.');
  if (!/^\d{4}$/.test(year!)) throw new CliError('--year är ett årtal, till exempel 2026.');
  const bytes = contentOf(file!);
  const query = new URLSearchParams();
  for (const name of QUERY) if (options[name] !== undefined) query.set(name, options[name]);
  const address = `${path}/${year}/import?${query.toString()}`;
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    const token = issueToken(config, `association:${association!}`);
    const client = apiClient(`${service.url}/v1/associations/${association}`, token);
    // The same file sent again in the same way is the same request.
    const key = createHash('sha256').update(address).update(bytes).digest('hex');
    process.stdout.write(`${JSON.stringify(await client.upload(address, bytes, `cli-import-${key}`), null, 2)}\n`);
  } finally {
    await service.stop();
  }
}

function contentOf(file: string): Buffer<ArrayBuffer> {
  try {
    return Buffer.from(readFileSync(file));
  } catch {
    throw new CliError(`Filen ${file} går inte att läsa.`);
  }
}

export const importCommand: CliCommand = {
  summary: 'Läs in bidrag, budget eller prognos från en CSV- eller XLSX-fil; med --prov ja bara på prov',
  options: {
    association: 'förbund',
    kind: 'bidrag|budget|prognos',
    year: 'årtal',
    file: 'fil',
    body: 'styrelse|presidium|chef',
    on: 'beslutsdag',
    paragraph: 'paragraf',
    dnr: 'dnr',
    asOf: 'prognosens dag',
    prov: 'ja',
  },
  required: ['association', 'kind', 'year', 'file'],
  run: importFile,
};
