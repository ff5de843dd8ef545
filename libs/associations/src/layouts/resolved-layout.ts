// A layout whose groups and kinds of members are written out as activities, members and accounts.
import { isWithin } from '@finsam/kernel';
import type { MemberKind } from '../association/association.events';
import type { Layout } from './layout-shape';
import type { Groups, LedgerSelector, PostSelector } from './layout-selectors';

type AccountRange = [from: number, to: number];
type Selector = LedgerSelector | PostSelector;

export interface MemberOfKind {
  readonly member_id: string;
  readonly member_kind: MemberKind;
}

/** True where a layout cannot be read without the association's register of members. */
export function selectsByMemberKind(layout: Layout): boolean {
  return selectorsOf(layout).some(({ memberKinds }) => memberKinds !== undefined);
}

/** The members of each kind written out. A kind that no member has selects nothing. */
export function withMemberKinds(layout: Layout, members: readonly MemberOfKind[]): Layout {
  return mapped(layout, (selector) => {
    const { memberKinds, ...rest } = selector;
    if (!memberKinds) return selector;
    const ids = members.filter(({ member_kind: kind }) => memberKinds.includes(kind)).map((member) => member.member_id);
    return { ...rest, members: both(selector.members, ids) } as typeof selector;
  });
}

/** The layout's own groups written out. What a selector names besides must hold, too. */
export function withGroups(layout: Layout): Layout {
  return mapped(layout, (selector) => {
    const { groups, ...rest } = selector;
    if (!groups) return selector;
    let narrowed = rest as LedgerSelector;
    for (const [mapping, wanted] of Object.entries(groups)) {
      narrowed = narrowedBy(narrowed, layout.groups?.[mapping], wanted);
    }
    return narrowed as typeof selector;
  });
}

function narrowedBy(to: LedgerSelector, mapping: Groups[string] | undefined, wanted: readonly string[]) {
  const listed = <T>(groups: Readonly<Record<string, readonly T[]>>) =>
    wanted.flatMap((group) => (Object.hasOwn(groups, group) ? groups[group]! : []));
  if (!mapping) return to;
  if ('activities' in mapping) return { ...to, activities: both(to.activities, listed(mapping.activities)) };
  if ('members' in mapping) return { ...to, members: both(to.members, listed(mapping.members)) };
  return { ...to, accounts: bothRanges(to.accounts, listed(mapping.accounts) as AccountRange[]) };
}

function both(one: string[] | undefined, other: string[]): string[] {
  return one ? one.filter((code) => other.includes(code)) : other;
}

/** The accounts that are in a range of the one and of the other. */
function bothRanges(one: AccountRange[] | undefined, other: AccountRange[]): AccountRange[] {
  if (!one) return other;
  return one.flatMap(([from, to]) =>
    other.flatMap(([first, last]): AccountRange[] => {
      const shared: AccountRange = [Math.max(from, first), Math.min(to, last)];
      return isWithin([shared], shared[0]) ? [shared] : [];
    }),
  );
}

function selectorsOf({ rows, view }: Layout): Selector[] {
  const lines = rows.filter((row) => row.kind === 'line');
  const all = [...lines, ...(view?.setOffs ?? []), ...(view?.allocations ?? [])];
  return all.flatMap((one): Selector[] => [one, ...(one.posts ?? [])]);
}

/** The layout itself where nothing in it changes. */
function mapped(layout: Layout, change: <S extends Selector>(selector: S) => S): Layout {
  if (selectorsOf(layout).every((selector) => change(selector) === selector)) return layout;
  const whole = <T extends LedgerSelector & { posts?: Omit<PostSelector, 'sign'>[] | undefined }>(one: T): T => {
    const changed = change(one);
    return changed.posts ? { ...changed, posts: changed.posts.map((post) => change(post)) } : changed;
  };
  const { view } = layout;
  return {
    ...layout,
    rows: layout.rows.map((row) => (row.kind === 'line' ? whole(row) : row)),
    ...(view && {
      view: {
        ...(view.setOffs && { setOffs: view.setOffs.map(whole) }),
        ...(view.allocations && { allocations: view.allocations.map(whole) }),
      },
    }),
  };
}
