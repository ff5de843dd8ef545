// What a grant may not become: longer than its period, less than what is bound, asked for or paid beyond what is left.
import { type BusinessDate, type Ore, refusals, yearOf } from '@finsam/kernel';
import { type Grant, sumsOf } from './grant';
import { boundOre, leftOre, moved, type Movement } from './grant-sums';

export const refuse = refusals({
  'funding/unknown-grant': { status: 404, text: 'Beviljandet finns inte.' },
  'funding/grant-taken': { status: 409, text: 'Beviljandet finns redan med andra uppgifter.' },
  'funding/grant-ended': { status: 409, text: 'Beviljandet är avslutat.' },
  'funding/grant-ends-before-start': { status: 422, text: 'Beviljandet kan inte sluta före sin första dag, {from}.' },
  'funding/grant-year-twice': { status: 422, text: 'Året {year} står två gånger.' },
  'funding/grant-year-outside': { status: 422, text: 'Året {year} ligger utanför tiden {from}–{to}.' },
  'funding/grant-bound': { status: 409, text: 'För {year} är redan mer än så rekvirerat eller utbetalt.' },
  'funding/more-than-granted': { status: 422, text: 'Så mycket är inte kvar av det som beviljats för {year}.' },
  'funding/more-than-paid': { status: 422, text: 'Så mycket är inte utbetalt för {year} och kvar att återbetala.' },
  'funding/grant-id-taken': { status: 409, text: 'Samma id står redan för något annat i beviljandet.' },
});

interface Terms {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly amounts: readonly { readonly year: number; readonly amountOre: Ore }[];
}

/** Years once each, within the period, and none below what is already asked for or paid. */
export function checkTerms({ from, to, amounts }: Terms, grant: Grant): void {
  if (to < from) throw refuse('funding/grant-ends-before-start', { from, pointer: '/to' });
  const years = amounts.map(({ year }) => year);
  years.forEach((year, index) => {
    const details = { year, from, to, pointer: `/amounts/${index}/year` };
    if (years.indexOf(year) < index) throw refuse('funding/grant-year-twice', details);
    if (year < yearOf(from) || year > yearOf(to)) throw refuse('funding/grant-year-outside', details);
  });
  for (const [year, sums] of grant.years) {
    const index = years.indexOf(year);
    const grantedOre = amounts[index]?.amountOre ?? 0;
    const pointer = index < 0 ? '/amounts' : `/amounts/${index}/amountOre`;
    if (grantedOre < boundOre(sums)) throw refuse('funding/grant-bound', { year, pointer });
  }
}

/** Of an ended grant nothing is left but what was asked for in time. */
export function checkLeft(
  { year, amountOre }: { year: number; amountOre: Ore },
  movement: Exclude<Movement, 'repaidOre'>,
  grant: Grant,
): void {
  const before = sumsOf(grant, year);
  const after = moved(before, movement, amountOre);
  if (leftOre(after) < 0) throw refuse('funding/more-than-granted', { year, pointer: '/amountOre' });
  if (grant.ended !== null && boundOre(after) > boundOre(before)) throw refuse('funding/grant-ended');
}

export function checkRepayment({ year, amountOre }: { year: number; amountOre: Ore }, grant: Grant): void {
  const { paidOre, repaidOre } = sumsOf(grant, year);
  if (repaidOre + amountOre > paidOre) throw refuse('funding/more-than-paid', { year, pointer: '/amountOre' });
}
