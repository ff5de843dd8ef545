// `finsam granska`: reconciles a printed report that somebody has typed in. No database, no installation, nothing kept.
import { ManyFaults } from '@finsam/kernel';
import { readReport, reconcile, reconciliationText } from '@finsam/reporting';
import { readFileSync } from 'node:fs';
import { type CliCommand, CliError, type Options } from './arguments';

const FAULTS_MAX = 20;

async function granska({ fil, format = 'text' }: Options): Promise<void> {
  if (!['text', 'json'].includes(format)) throw new CliError('--format är text eller json.');
  const report = reportIn(fil!);
  const findings = reconcile(report);
  const text =
    format === 'json'
      ? `${JSON.stringify({ title: report.title, findings }, null, 2)}\n`
      : reconciliationText(report.title, findings);
  process.stdout.write(text);
  // Not an exit: a pipe may still be reading.
  if (findings.some(({ severity }) => severity === 'fel')) process.exitCode = 1;
}

function reportIn(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`Filen ${file} går inte att läsa.`);
  }
  try {
    return readReport(text);
  } catch (error) {
    if (!(error instanceof ManyFaults)) throw error;
    const faults = error.faults.slice(0, FAULTS_MAX).map(({ pointer, text }) => `  ${pointer || '/'}: ${text}`);
    throw new CliError([error.message, ...faults].join('\n'));
  }
}

export const granskaCommand: CliCommand = {
  summary: 'Stäm av en tryckt rapport som är inskriven som JSON (docs/granska.md); utgångskod 1 om något är fel',
  options: { fil: 'fil', format: 'text|json' },
  required: ['fil'],
  positional: 'fil',
  run: granska,
};
