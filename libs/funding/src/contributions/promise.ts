// What a promise must be, whoever makes it: its instalments are the whole of it, and fall due around its year.
import { dateOf, refusals, sumOre } from '@finsam/kernel';
import type { ContributionPromise } from './contributions.events';

export const refuse = refusals({
  'funding/unknown-member': { status: 422, text: '{member} är inte en betalande medlem i förbundet.' },
  'funding/member-twice': { status: 422, text: '{member} står två gånger.' },
  'funding/instalments-not-the-whole': {
    status: 422,
    text: 'Delbetalningarna ska tillsammans vara bidraget; de skiljer sig {differenceOre} öre från det.',
  },
  'funding/instalments-out-of-order': {
    status: 422,
    text: 'Delbetalningarna ska stå i datumordning, högst en för varje dag.',
  },
  'funding/due-far-from-year': {
    status: 422,
    text: 'Förfallodagen {date} ligger mer än ett halvår utanför året {year}.',
  },
});

/** Throws `DomainError`. A promise without instalments says nothing about when it is due. */
export function checkInstalments(
  year: number,
  { amountOre, instalments }: Omit<ContributionPromise, 'memberId'>,
  pointer: string,
): void {
  if (!instalments) return;
  const [first, last] = [dateOf(year - 1, 7, 1), dateOf(year + 1, 6, 30)];
  instalments.forEach(({ dueOn }, index) => {
    const at = `${pointer}/${index}/dueOn`;
    if (dueOn < first || dueOn > last) throw refuse('funding/due-far-from-year', { date: dueOn, year, pointer: at });
    const before = instalments[index - 1];
    if (before && dueOn <= before.dueOn) throw refuse('funding/instalments-out-of-order', { pointer: at });
  });
  const differenceOre = sumOre(instalments.map((part) => part.amountOre)) - amountOre;
  if (differenceOre !== 0) throw refuse('funding/instalments-not-the-whole', { differenceOre, pointer });
}
