// Statements, their layouts and what is behind a cell, from a terminal: asked through our own API.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { issueToken } from '@finsam/platform';
import { type StatementTable, statementText } from '@finsam/reporting';
import { type ApiClient, apiClient } from './api-client';
import { type CliCommand, CliError, type Options } from './arguments';
import { cliConfig } from './database';
import { loadDemos } from './demo';
import { type ExplainedCell, explainedText } from './explained-text';
import { startService } from './start';

const say = (text: string) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
const asJson = (value: unknown) => JSON.stringify(value, null, 2);

/** Runs the work against the association's part of the API, and stops the service whatever happens. */
async function withClient(association: string, work: (client: ApiClient) => Promise<void>): Promise<void> {
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    await loadDemos(service);
    const base = `${service.url}/v1/associations/${encodeURIComponent(association)}`;
    await work(apiClient(base, issueToken(config, `association:${association}`)));
  } finally {
    await service.stop();
  }
}

/** `name=value&…` of the options that were given. */
function queryOf(options: Options, names: readonly string[]): string {
  const query = new URLSearchParams();
  for (const name of names) if (options[name] !== undefined) query.set(name, options[name]);
  return query.toString();
}

async function statement(options: Options): Promise<void> {
  const { association, format = 'text' } = options;
  if (!['text', 'json', 'csv', 'html'].includes(format)) throw new CliError('--format är text, json, csv eller html.');
  const asked = { ...options, format: format === 'text' ? 'json' : format };
  await withClient(association!, async (client) => {
    const answer = await client.text(`statements?${queryOf(asked, ['period', 'layout', 'at', 'format'])}`);
    if (format !== 'text') {
      // Reading the answer as text took the mark away by which a Swedish Excel knows UTF-8.
      say(format === 'csv' ? `\ufeff${answer}` : answer);
      return;
    }
    const { statements } = JSON.parse(answer) as { statements: StatementTable[] };
    say(
      statements.length === 0 ? 'Förbundet har inga antagna uppställningar.' : statements.map(statementText).join('\n'),
    );
  });
}

interface AdoptedLayout {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

async function layouts({ association, layout }: Options): Promise<void> {
  await withClient(association!, async (client) => {
    const { layouts: all } = (await client.get('layouts')) as unknown as { layouts: AdoptedLayout[] };
    if (layout === undefined) {
      for (const { id, version, title } of all) say(`${id.padEnd(32)} version ${version}  ${title}`);
      return;
    }
    const found = all.find(({ id }) => id === layout);
    const known = all.map(({ id }) => id).join(', ');
    if (!found) throw new CliError(`Förbundet har ingen uppställning ${layout}. Det finns: ${known || 'inga'}.`);
    say(asJson(found));
  });
}

async function adoptLayout({ association, file, ...decision }: Options): Promise<void> {
  const body = { layout: layoutIn(file!), decision };
  await withClient(association!, async (client) => {
    // The same file under the same decision is the same request.
    const key = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 40);
    const { position } = await client.post('layouts', body, `cli-layout-${key}`);
    say(`Uppställningen är antagen (position ${String(position)} i loggen).`);
  });
}

function layoutIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`Filen ${file} går inte att läsa.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new CliError(`Filen ${file} är inte JSON.`);
  }
}

async function explain(options: Options): Promise<void> {
  const { association, layout, format = 'text' } = options;
  if (!['text', 'json'].includes(format)) throw new CliError('--format är text eller json.');
  await withClient(association!, async (client) => {
    const query = queryOf(options, ['period', 'row', 'column', 'after', 'limit', 'at']);
    const answer = await client.get(`statements/${encodeURIComponent(layout!)}/explain?${query}`);
    say(format === 'json' ? asJson(answer) : explainedText(answer as unknown as ExplainedCell));
  });
}

export const statementCommands: Readonly<Record<string, CliCommand>> = {
  statement: {
    summary: 'Skriv ut periodens räkningar, eller en av dem; --at som de var kända vid en position i loggen',
    options: {
      association: 'förbund',
      period: 'period',
      layout: 'uppställning',
      format: 'text|json|csv|html',
      at: 'position',
    },
    required: ['association', 'period'],
    run: statement,
  },
  explain: {
    summary: 'Visa vad som ligger bakom en cell: verifikationer, beslut, dokument eller andra celler',
    options: {
      association: 'förbund',
      period: 'period',
      layout: 'uppställning',
      row: 'rad',
      column: 'kolumn',
      after: 'antal',
      limit: 'antal',
      at: 'position',
      format: 'text|json',
    },
    required: ['association', 'period', 'layout', 'row', 'column'],
    run: explain,
  },
  layouts: {
    summary: 'Förbundets antagna uppställningar, eller en av dem som JSON',
    options: { association: 'förbund', layout: 'uppställning' },
    required: ['association'],
    run: layouts,
  },
  'layout adopt': {
    summary: 'Anta en uppställning ur en JSON-fil (docs/layouts.md); allt som är fel i den skrivs ut',
    options: {
      association: 'förbund',
      file: 'fil',
      body: 'styrelse|presidium|chef',
      on: 'beslutsdag',
      paragraph: 'paragraf',
      dnr: 'dnr',
    },
    required: ['association', 'file', 'body', 'on', 'paragraph'],
    run: adoptLayout,
  },
};
