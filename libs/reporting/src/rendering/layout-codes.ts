// The codes of the adopted layouts held against the association's registers.
import { adoptedLayouts, membersAt } from '@finsam/associations';
import { listFiscalYears } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { type UnknownCode, unknownCodes } from '../statements/unknown-codes';

/** The registers of all years together: a layout compares with years when an activity was in use. */
export async function unknownCodesOf(view: View): Promise<UnknownCode[]> {
  const years = await listFiscalYears(view);
  const dimensions = new Map<string, Set<string>>();
  for (const { dimension, codes } of years.flatMap((year) => year.dimensions)) {
    dimensions.set(dimension, new Set([...(dimensions.get(dimension) ?? []), ...codes.map(({ code }) => code)]));
  }
  return unknownCodes(await adoptedLayouts(view), {
    activities: new Set(years.flatMap((year) => year.activities.map(({ activity }) => activity))),
    members: new Set((await membersAt(view)).map(({ member_id: id }) => id)),
    dimensions,
  });
}
