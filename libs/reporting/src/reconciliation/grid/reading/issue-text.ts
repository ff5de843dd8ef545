// What the form does not allow, in words for a person at a spreadsheet.
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The rest of a sentence that begins with where it stands. */
export function issueText(issue: Issue): string {
  if (issue.code === 'too_small' && issue.origin === 'string') return 'saknas.';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'har inget i sig.';
  if (issue.code === 'too_big' && issue.origin === 'string') return `har fler än ${issue.maximum} tecken.`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `har fler än ${issue.maximum} delar.`;
  if (issue.code === 'invalid_value') return `ska vara något av: ${issue.values.join(', ')}.`;
  return `${issue.message}.`;
}
