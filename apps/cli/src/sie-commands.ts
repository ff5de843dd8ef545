// Commands about SIE files: read one in, or see what would come of it; write a year out.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Config, issueToken } from '@finsam/platform';
import { type CliCommand, CliError, type Options } from './arguments';
import { cliConfig } from './database';
import { startService } from './start';

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Finding {
  readonly count: number;
  readonly examples: readonly { readonly line: number | null; readonly text: string }[];
}

/** What the API tells of a file. */
interface Outcome {
  readonly charset: { readonly charset: string; readonly samples: readonly string[] };
  readonly vouchers: { readonly booked: number; readonly known: number; readonly conflicts: number };
  readonly accountsAdopted: readonly unknown[];
  readonly findings: readonly Finding[];
}

async function importFile({ association, year, file, prov = 'nej', charset }: Options): Promise<void> {
  if (!existsSync(file!)) throw new CliError(`${file} finns inte.`);
  const bytes = readFileSync(file!);
  const query = `prov=${prov}${charset === undefined ? '' : `&teckenkod=${charset}`}`;
  // The same file is the same request, however often it is sent.
  const key = createHash('sha256').update(bytes).update(query).digest('hex').slice(0, 40);
  const answer = await asked({ association, year }, `sie-imports?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': `cli-sie-${key}` },
    body: new Uint8Array(bytes),
  });
  tellOutcome((await answer.json()) as Outcome, prov === 'ja');
}

function tellOutcome({ charset, vouchers, accountsAdopted, findings }: Outcome, tried: boolean): void {
  const { booked, known, conflicts } = vouchers;
  say(tried ? 'Prov: inget är inläst.' : 'Filen är inläst.');
  say(`  Teckenkod    ${charset.charset} (${charset.samples.join(', ')})`);
  say(`  Nya          ${booked} verifikationer, ${accountsAdopted.length} konton`);
  say(`  Redan kända  ${known}`);
  say(`  Att avgöra   ${conflicts}`);
  for (const { count, examples } of findings) {
    for (const { line, text } of examples.slice(0, 3)) say(`  ${line === null ? '' : `Rad ${line}: `}${text}`);
    if (count > 3) say(`    och ${count - Math.min(3, examples.length)} till av samma slag`);
  }
}

async function exportFile({ association, year, file }: Options): Promise<void> {
  if (existsSync(file!)) throw new CliError(`${file} finns redan. Välj ett annat namn.`);
  const answer = await asked({ association, year }, 'sie-export');
  writeFileSync(file!, Buffer.from(await answer.arrayBuffer()), { mode: 0o600, flag: 'wx' });
  const replaced = Number(answer.headers.get('finsam-replaced-signs'));
  say(`Räkenskapsåret ${year} till ${file}`);
  if (replaced > 0) say(`  ${replaced} tecken saknas i formatet och är ersatta. API:t listar dem (format=json).`);
}

async function asked({ association, year }: Options, path: string, init: RequestInit = {}): Promise<Response> {
  if (!/^\d{4}$/.test(year!)) throw new CliError('--year är ett årtal, till exempel 2024.');
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    const url = `${service.url}/v1/associations/${encodeURIComponent(association!)}/fiscal-years/${year}/${path}`;
    const answer = await fetch(url, { ...init, headers: { ...headersOf(config), ...init.headers } });
    if (answer.ok) return new Response(await answer.arrayBuffer(), answer);
    const { detail } = (await answer.json()) as { detail?: string };
    throw new CliError(detail ?? `Svar ${answer.status}.`);
  } finally {
    await service.stop();
  }
}

const headersOf = (config: Config) => ({ authorization: `Bearer ${issueToken(config, 'operator')}` });

export const sieCommands: Readonly<Record<string, CliCommand>> = {
  'sie import': {
    summary: 'Läs in en SIE-fil i ett räkenskapsår; med --prov ja visas bara vad som skulle hända',
    options: { association: 'förbund', year: 'årtal', file: 'fil', prov: 'ja|nej', charset: 'teckenkod' },
    required: ['association', 'year', 'file'],
    run: importFile,
  },
  'sie export': {
    summary: 'Skriv ett räkenskapsår till en SIE-fil (4E)',
    options: { association: 'förbund', year: 'årtal', file: 'fil' },
    required: ['association', 'year', 'file'],
    run: exportFile,
  },
};
