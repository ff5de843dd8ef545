// What a report says of its own reconciliation: errors still open, and findings that stand by decision, with why.
import { type AcceptedFinding, openErrors } from '../reconciliation/acceptance/acceptances.projection';
import { decisionText } from './decision-text';

/** Sentences to print; none for a report without either, nor for one of form 2, which was never reconciled. */
export function reconciliationLines(findings: readonly AcceptedFinding[] = []): string[] {
  return [
    ...openErrors(findings).map(
      ({ message, cause }) => `Fel att rätta: ${message}${cause === undefined ? '' : ` Trolig orsak: ${cause}`}`,
    ),
    ...findings.flatMap(({ message, accepted }) =>
      accepted
        ? [`${message} Godtas genom beslut av ${decisionText(accepted.decision)}. Skäl: ${sentence(accepted.reason)}`]
        : [],
    ),
  ];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
