// `finsam granska`: reconciles a printed report that somebody has typed in. No database, no installation, nothing kept.
import { DomainError, ManyFaults } from '@finsam/kernel';
import { readReport, reconcile, reconciliationText } from '@finsam/reporting';
import { readFileSync } from 'node:fs';
import { type CliCommand, CliError, type Options } from './arguments';

const FAULTS_MAX = 20;

async function granska({ fil, format = 'text' }: Options): Promise<void> {
  if (!['text', 'json'].includes(format)) throw new CliError('--format är text eller json.');
  const { report, findings } = asTyped(() => reconciled(fil!));
  const text =
    format === 'json'
      ? `${JSON.stringify({ title: report.title, findings }, null, 2)}\n`
      : reconciliationText(report.title, findings);
  process.stdout.write(text);
  // Not an exit: a pipe may still be reading.
  if (findings.some(({ severity }) => severity === 'fel')) process.exitCode = 1;
}

function reconciled(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`Filen ${file} går inte att läsa.`);
  }
  const report = readReport(text);
  return { report, findings: reconcile(report) };
}

/** What is wrong with the typing is not wrong with the report: another exit code. */
function asTyped<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error instanceof ManyFaults ? error.faults.slice(0, FAULTS_MAX) : [];
    const lines = faults.map(({ pointer, text }) => `  ${pointer || '/'}: ${text}`);
    throw new CliError([error.message, ...lines].join('\n'));
  }
}

export const granskaCommand: CliCommand = {
  summary: 'Stäm av en tryckt rapport som är inskriven som JSON (docs/granska.md); utgångskod 1 om något är fel',
  options: { fil: 'fil', format: 'text|json' },
  required: ['fil'],
  positional: 'fil',
  run: granska,
};
