// What is known to be missing in the books of the report's period is said in the report, not guessed.
import type { Period } from '@finsam/kernel';
import { type FiscalYearRow, listFiscalYears } from '@finsam/ledger';
import type { View } from '@finsam/platform';

const WORDS: Readonly<Record<string, string>> = {
  'upplupen-ranta': 'Upplupen ränta',
  'upplupen-kostnad': 'En upplupen kostnad',
  'upplupen-intakt': 'En upplupen intäkt',
};

export async function gapNotes(view: View, period: Period): Promise<string[]> {
  return gapSentences(
    (await listFiscalYears(view)).flatMap(({ gaps }) => gaps),
    period,
  );
}

/** Gaps as of a day in the period, the earliest first. */
export function gapSentences(gaps: FiscalYearRow['gaps'], { from, to }: Pick<Period, 'from' | 'to'>): string[] {
  return gaps
    .filter(({ asOf }) => from <= asOf && asOf <= to)
    .map(({ asOf, gap, account }) => {
      return `${WORDS[gap]} per ${asOf} är inte känd och ingår inte i beloppen (konto ${account}).`;
    })
    .sort((a, b) => (a < b ? -1 : 1));
}
