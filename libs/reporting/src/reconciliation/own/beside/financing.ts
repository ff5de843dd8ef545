// Half, a quarter and a quarter of what is agreed for the year, as the funding room checks it. What the members have
// agreed on is a fact that the report shows rightly, so a deviation is told and stops nothing.
import { checkOfYear, type ContributionCheck } from '@finsam/funding';
import { fiscalYearOf, type Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { swedishKronor } from '../../../swedish';
import type { Finding } from '../../finding';

const WHOSE = { stat: 'Statens hälft', region: 'Regionens fjärdedel', kommun: 'Kommunernas fjärdedel' } as const;

export async function financingFindings(view: View, period: Period): Promise<Finding[]> {
  const year = fiscalYearOf(period);
  return deviatingFindings(year, await checkOfYear(view, year));
}

/** A part of which nothing, or not all, is agreed is skipped: missing is not zero. */
export function deviatingFindings(year: number, { parts }: Pick<ContributionCheck, 'parts'>): Finding[] {
  return parts.flatMap(({ part, verdict, agreedOre, expectedOre, differenceOre }): Finding[] => {
    if (verdict !== 'deviates' || agreedOre === null || expectedOre === null || differenceOre === null) return [];
    const [agreed, expected, off] = [agreedOre, expectedOre, differenceOre].map((amount) => swedishKronor(amount));
    const amounts = `avtalat är ${agreed} kr, men delen är ${expected} kr. Skillnad ${off} kr.`;
    const place = `bidrag/${part}/${year}`;
    return [
      {
        rule: 'finansiering',
        severity: 'varning',
        place,
        message: `${WHOSE[part]} av bidragen för ${year}: ${amounts}`,
        difference: differenceOre,
        cells: [{ place, printed: agreed! }],
      },
    ];
  });
}
