// `finsam avstam`: reconciles an association's own tables for a period, as its report would be before it is adopted.
import { tryParsePeriod } from '@finsam/kernel';
import { findAssociation, issueToken, recordOf } from '@finsam/platform';
import { type AcceptedFinding, openErrors, reconciliationText } from '@finsam/reporting';
import { apiClient } from './api-client';
import { type CliCommand, CliError, type Options } from './arguments';
import { cliConfig } from './database';
import { loadDemos } from './demo';
import { type RunningService, startService } from './start';

async function avstam({ association, period, format = 'text' }: Options): Promise<void> {
  if (!['text', 'json'].includes(format)) throw new CliError('--format är text eller json.');
  if (!tryParsePeriod(period!))
    throw new CliError(`${period} är ingen period. Skriv till exempel 2024-H1 eller 2024-01-01..2024-08-31.`);
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    await loadDemos(service);
    const text = await reconciliationAs(format, service, association!, period!);
    process.stdout.write(text.output);
    // Not an exit: a pipe may still be reading.
    if (text.open > 0) process.exitCode = 1;
  } finally {
    await service.stop();
  }
}

/** What the API finds at the end of the log, and how many errors nobody has accepted. */
export async function reconciliationAs(
  format: string,
  { url, installation }: Pick<RunningService, 'url' | 'installation'>,
  slug: string,
  period: string,
): Promise<{ output: string; open: number }> {
  const { config, databases, store } = installation;
  const id = await findAssociation(databases, slug);
  if (id === null) throw new CliError(`Förbundet ${slug} finns inte.`);
  const head = await store.head(recordOf(id));
  const client = apiClient(`${url}/v1/associations/${slug}`, issueToken(config, `association:${slug}`));
  const answer = await client.get(`statements/reconciliation?period=${period}&atLeast=${head}`);
  const findings = answer['findings'] as readonly AcceptedFinding[];
  const output =
    format === 'json'
      ? `${JSON.stringify(answer, null, 2)}\n`
      : reconciliationText(`Avstämning av ${slug}, ${period}`, findings);
  return { output, open: openErrors(findings).length };
}

export const avstamCommand: CliCommand = {
  summary: 'Stäm av förbundets egna räkningar för en period; utgångskod 1 om något fel varken är rättat eller godtaget',
  options: { association: 'förbund', period: 'period', format: 'text|json' },
  required: ['association', 'period'],
  run: avstam,
};
