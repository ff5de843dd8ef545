// `finsam granska`: reconciles a printed report that somebody has typed in. No database, no installation, nothing kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { DomainError, ManyFaults } from '@finsam/kernel';
import {
  readReportFile,
  reconcile,
  reconciliationPage,
  reconciliationText,
  reportTemplate,
  TEMPLATE_FORMATS,
} from '@finsam/reporting';
import { type CliCommand, CliError, type Options } from './arguments';

const FAULTS_MAX = 20;

async function granska({ fil, format = 'text', mall }: Options): Promise<void> {
  if (mall !== undefined) return writeTemplate(mall);
  if (!['text', 'json', 'html'].includes(format)) throw new CliError('--format är text, json eller html.');
  const { report, findings } = asTyped(() => reconciled(fil!));
  const forms: Readonly<Record<string, () => string>> = {
    text: () => reconciliationText(report.title, findings),
    json: () => `${JSON.stringify({ title: report.title, findings }, null, 2)}\n`,
    html: () => reconciliationPage(report.title, findings),
  };
  process.stdout.write(forms[format]!());
  // Not an exit: a pipe may still be reading.
  if (findings.some(({ severity }) => severity === 'fel')) process.exitCode = 1;
}

function reconciled(file: string) {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new CliError(`Filen ${file} går inte att läsa.`);
  }
  const { report } = readReportFile(bytes);
  return { report, findings: reconcile(report) };
}

/** What is wrong with the typing is not wrong with the report: another exit code. */
function asTyped<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error instanceof ManyFaults ? error.faults : [];
    // A row of a spreadsheet is told in words already.
    const lines = faults.map(({ pointer, text, row }) => (row === undefined ? `${pointer || '/'}: ${text}` : text));
    const more = lines.length > FAULTS_MAX ? [`och ${lines.length - FAULTS_MAX} till`] : [];
    throw new CliError(
      [error.message, ...[...lines.slice(0, FAULTS_MAX), ...more].map((line) => `  ${line}`)].join('\n'),
    );
  }
}

function writeTemplate(file: string): void {
  const format = TEMPLATE_FORMATS.find((one) => `.${one}` === extname(file).toLowerCase());
  if (!format) throw new CliError('--mall är en ny fil som slutar på .xlsx eller .csv.');
  try {
    writeFileSync(file, reportTemplate(format), { flag: 'wx' });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CliError(taken ? `${file} finns redan. Välj ett annat namn.` : `${file} går inte att skriva.`);
  }
  process.stdout.write(`Mallen är skriven till ${file}. Fyll i den och kör finsam granska ${file}.\n`);
}

export const granskaCommand: CliCommand = {
  summary:
    'Stäm av en tryckt rapport som är inskriven i ett kalkylblad (CSV, XLSX) eller som JSON (docs/granska.md);\n' +
    '      --mall skriver en mall. Utgångskod 1 om något är fel',
  options: { fil: 'fil', format: 'text|json|html', mall: 'ny fil' },
  required: ['fil'],
  unless: 'mall',
  positional: 'fil',
  run: granska,
};
