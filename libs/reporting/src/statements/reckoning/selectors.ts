// What the selectors of a line, a set-off or an allocation take of the books and of plans.
import {
  type Layout,
  type LedgerSelector,
  type LineRow,
  type PostSelector,
  selectsNothing,
} from '@finsam/associations';
import { type AccountRange, isWithin } from '@finsam/kernel';
import type { LedgerFigure, PostFigure } from '../figures';

export const RESULT_ACCOUNTS: AccountRange = [3000, 8999];
const BALANCE_ACCOUNTS: AccountRange = [1000, 2999];
export const ANY_ACCOUNT: AccountRange = [0, 9999];

export function takesEntry(of: LedgerSelector, entry: LedgerFigure, home: AccountRange): boolean {
  const { accounts, activities, members, dimensions } = of;
  if (selectsNothing(of)) return false;
  if (!isWithin(accounts ?? [home], entry.account)) return false;
  return among(activities, entry.activity) && among(members, entry.member) && hasValues(dimensions, entry);
}

function hasValues(wanted: LineRow['dimensions'] = {}, { dimensions = {} }: LedgerFigure): boolean {
  const known = new Map(Object.entries(dimensions));
  return Object.entries(wanted).every(([code, values]) => among(values, known.get(code) ?? null));
}

/** The sign by which a line shows a post; null where it does not. */
export function postSign(line: LineRow, post: PostFigure): 1 | -1 | null {
  const selector = line.posts?.find((candidate) => takesPost(candidate, post));
  return selector ? (selector.sign ?? 1) : null;
}

/** The accounts that a line selects among; null where it selects nothing in the ledger. */
export function accountsOf(layout: Pick<Layout, 'statement'>, line: LineRow): readonly AccountRange[] | null {
  return selectsNothing(line) ? null : (line.accounts ?? [homeOf(layout)]);
}

/** What a line that names no accounts selects among. */
export function homeOf({ statement }: Pick<Layout, 'statement'>): AccountRange {
  return statement === 'flow' ? RESULT_ACCOUNTS : BALANCE_ACCOUNTS;
}

export function takesPost({ activities, kinds, members }: Omit<PostSelector, 'sign'>, post: PostFigure): boolean {
  return among(activities, post.activity) && among(kinds, post.kind) && among(members, post.member);
}

function among(codes: readonly string[] | undefined, code: string | null): boolean {
  return codes === undefined || (code !== null && codes.includes(code));
}
