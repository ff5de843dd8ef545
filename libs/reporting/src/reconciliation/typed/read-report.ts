// A report from a file: the text of a JSON document, or a refusal that names all that is wrong with its form.
import { ManyFaults, refusals } from '@finsam/kernel';
import { jsonPointer } from '@finsam/platform';
import { type ReportForm, reportFormSchema } from './report-form';

const refuse = refusals({
  'reconciliation/not-json': { status: 422, text: 'Filen är inte JSON i UTF-8.' },
  'reconciliation/not-a-report': { status: 422, text: 'Filen har inte formen av en rapport att granska.' },
});

export function readReport(text: string): ReportForm {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('reconciliation/not-json');
  }
  const { success, data, error } = reportFormSchema.safeParse(json);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => ({ pointer: jsonPointer(path), text: message }));
  throw new ManyFaults(refuse('reconciliation/not-a-report'), faults);
}
