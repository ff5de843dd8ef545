// Invented promises and plans, for the specs of this slice.
import {
  type AssociationId,
  type BusinessDate,
  businessDate,
  type Command,
  type DecisionRef,
  ore,
} from '@finsam/kernel';
import type { CommandRunner } from '@finsam/platform';
import { AdoptBudget } from './budget/budget.decider';
import { BudgetAdopted } from './budget/budget.events';
import type { BudgetPost } from './budget/budget-post';
import { AdoptBudgetKinds } from './budget-kinds/budget-kinds.decider';
import type { BudgetKind } from './budget-kinds/budget-kinds.events';
import { AgreeContribution, AgreeContributions } from './contributions/contributions.decider';
import { ContributionAgreed, type ContributionPromise } from './contributions/contributions.events';
import { MakeForecast } from './forecast/forecast.decider';
import { ForecastMade } from './forecast/forecast.events';

export const day = (text: string): BusinessDate => businessDate(text);

export const facts = { members: ['osterby', 'vasterby'] };
export const decided = (on: string, paragraph = '12'): DecisionRef => ({ body: 'styrelse', on: day(on), paragraph });

export const post = (activity: string, kind: string, amountOre: number, member?: string): BudgetPost => ({
  activity,
  kind,
  ...(member !== undefined && { member }),
  amountOre: ore(amountOre),
});
export const posts = [
  post('kansli', 'bidrag', 50_000_000, 'osterby'),
  post('kansli', 'bidrag', 25_000_000, 'vasterby'),
  post('kansli', 'kostnad', 30_000_000),
  post('stegen', 'kostnad', 0),
];

/** Kinds that cover the posts above, and one of opening equity. */
export const kinds: readonly BudgetKind[] = [
  { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income', accounts: [[3500, 3599]] },
  { kind: 'kostnad', label: 'Kostnader', side: 'cost', accounts: [[4000, 7999]] },
  { kind: 'balanserat-resultat', label: 'Balanserat resultat', side: 'opening-equity' },
];
export const adoptKinds = (list = kinds) => AdoptBudgetKinds({ kinds: [...list] });

export const budget = (list = posts, decision = decided('2023-11-24'), year = 2024) => ({
  year,
  posts: list,
  decision,
});
export const adopt = (...of: Parameters<typeof budget>) => AdoptBudget({ ...budget(...of), facts });
export const adopted = (...of: Parameters<typeof budget>) => BudgetAdopted(budget(...of));

export const forecast = (asOf: string, list = posts, year = 2024) => ({ year, asOf: day(asOf), posts: list });
export const foresee = (...of: Parameters<typeof forecast>) => MakeForecast({ ...forecast(...of), facts });
export const foreseen = (...of: Parameters<typeof forecast>) => ForecastMade(forecast(...of));

export const promise = (memberId: string, amount: number, decision = decided('2023-11-24'), year = 2024) => ({
  year,
  memberId,
  amountOre: ore(amount),
  decision,
});
export const agree = (...of: Parameters<typeof promise>) => AgreeContribution({ ...promise(...of), facts });
export const agreed = (...of: Parameters<typeof promise>) => ContributionAgreed(promise(...of));

/** One promise of several by one decision; `parts` are days and amounts of its instalments. */
export const promised = (
  memberId: string,
  amountOre: number,
  ...parts: (readonly [dueOn: string, amountOre: number])[]
): ContributionPromise => ({
  memberId,
  amountOre: ore(amountOre),
  ...(parts.length > 0 && { instalments: parts.map(([dueOn, part]) => ({ dueOn: day(dueOn), amountOre: ore(part) })) }),
});
export const agreeAll = (agreements: ContributionPromise[], decision = decided('2023-11-24'), year = 2024) =>
  AgreeContributions({ year, agreements, decision, facts });
export const agreedIn = (agreement: ContributionPromise, decision = decided('2023-11-24'), year = 2024) =>
  ContributionAgreed({ ...agreement, year, decision });

let sent = 0;

/** Sends each command under an id of its own; the position of the last. */
export async function send(commands: CommandRunner, association: AssociationId, ...all: Command[]): Promise<number> {
  let position = 0;
  for (const command of all) {
    const context = { association, commandId: `command-${++sent}`, actor: 'test', correlationId: 'test' };
    position = (await commands.execute(command, context)).position;
  }
  return position;
}
