// Budgets with their plan years, and forecasts, from a file: a row for each post.
import { ORE_LIMIT, type Ore } from '@finsam/kernel';
import { type Columns, type Row, Sheet, type Table } from '@finsam/platform';
import type { BudgetPost } from '../budget/budget-post';
import { budgetColumns, forecastColumns } from './templates';

const POSTS_MAX = 1_000;

interface PostCells {
  readonly activity?: string;
  readonly kind?: string;
  readonly member?: string;
}

/** Throws all that is wrong with the file at once. */
export function readBudget(table: Table, year: number, members: readonly string[]) {
  const sheet = new Sheet(budgetColumns, table, POSTS_MAX);
  checkPostRows(sheet, members);
  const years = [
    { key: 'budgetOre', posts: [] as BudgetPost[] },
    { key: 'secondOre', posts: [] as BudgetPost[] },
    { key: 'thirdOre', posts: [] as BudgetPost[] },
  ] as const;
  for (const { row, values } of sheet.rows) {
    const isEmpty = years.every(({ key }) => values[key] === undefined && !sheet.isFaulty(row, key));
    if (isEmpty) sheet.fault(row, 'budgetOre', 'saknas, och planen med.');
    years.forEach(({ key, posts }) => {
      const amountOre = values[key];
      if (amountOre !== undefined) posts.push(postOf(values, amountOre));
    });
  }
  for (const { key, posts } of years) checkSum(sheet, key, posts);
  const [budget, second, third] = years;
  const [first] = sheet.rows;
  const isFaulty = (key: 'budgetOre' | 'secondOre') => sheet.rows.some(({ row }) => sheet.isFaulty(row, key));
  if (budget.posts.length === 0 && !isFaulty('budgetOre')) {
    sheet.fault(first!.row, 'budgetOre', 'ingen rad har någon budget.');
  }
  if (third.posts.length > 0 && second.posts.length === 0 && !isFaulty('secondOre')) {
    sheet.fault(first!.row, 'secondOre', 'ingen rad har någon plan för år 2, men för år 3.');
  }
  sheet.check();
  const plan = [second, third].flatMap(({ posts }, index) => {
    return posts.length === 0 ? [] : [{ year: year + 1 + index, posts }];
  });
  return { posts: budget.posts, ...(plan.length > 0 && { plan }) };
}

/** Throws all that is wrong with the file at once. */
export function readForecast(table: Table, members: readonly string[]) {
  const sheet = new Sheet(forecastColumns, table, POSTS_MAX);
  checkPostRows(sheet, members);
  const posts = sheet.rows.flatMap(({ values }) => {
    const { amountOre, reason } = values;
    if (amountOre === undefined) return [];
    return [{ ...postOf(values, amountOre), ...(reason !== undefined && { reason }) }];
  });
  checkSum(sheet, 'amountOre', posts);
  sheet.check();
  return { posts };
}

function postOf({ activity = '', kind = '', member }: PostCells, amountOre: Ore): BudgetPost {
  return { activity, kind, ...(member !== undefined && { member }), amountOre };
}

/** Only members that there are, and each post once. */
function checkPostRows<C extends Columns & { member: Columns[string]; activity: Columns[string] }>(
  sheet: Sheet<C>,
  members: readonly string[],
): void {
  const rows = new Map<string, number>();
  for (const { row, values } of sheet.rows as readonly Row<Columns>[]) {
    const { activity, kind, member } = values as PostCells;
    if (member !== undefined && !members.includes(member)) sheet.fault(row, 'member', 'är ingen medlem i förbundet.');
    if (activity === undefined || kind === undefined) continue;
    const post = [activity, kind, member ?? ''].join(' ');
    const first = rows.get(post);
    if (first === undefined) rows.set(post, row);
    else sheet.fault(row, 'activity', `posten står redan på rad ${first}.`);
  }
}

/** What one amount may be, a plan may be in all. */
function checkSum<C extends Columns>(sheet: Sheet<C>, column: keyof C & string, posts: readonly BudgetPost[]): void {
  const totalOre = posts.reduce((sum, { amountOre }) => sum + Math.abs(amountOre), 0);
  if (totalOre > ORE_LIMIT) sheet.fault(sheet.rows[0]!.row, column, 'beloppen är tillsammans för stora för en plan.');
}
