import { layoutSchema } from './layout';
import type { Groups, Layout, LayoutRow } from './layout-shape';
import { selectsByMemberKind, withGroups, withMemberKinds } from './resolved-layout';
import { smallLayout } from './testing';

const groups: Groups = {
  kostnadsgrupp: { activities: { individ: ['fia', 'natverket'], struktur: ['utbildning'] } },
  kategori: { activities: { individ: ['fia'], struktur: ['natverket', 'utbildning'] } },
  kontogrupp: { accounts: { personal: [[5000, 5199]], lokaler: [[6000, 6099]] } },
  agare: { members: { 'lanets-kommuner': ['habo', 'mullsjo'] } },
};
const line = (more: object): LayoutRow =>
  ({ kind: 'line', id: 'extra', label: 'Extra', sign: 1, ...more }) as LayoutRow;
const layoutWith = (row: object, more: Partial<Layout> = {}): Layout => ({
  ...smallLayout,
  rows: [...smallLayout.rows, line(row)],
  groups,
  ...more,
});
const faultsOf = (layout: Layout) =>
  (layoutSchema.safeParse(layout).error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
const last = ({ rows }: Layout) => rows.at(-1) as Extract<LayoutRow, { kind: 'line' }>;

describe('the groups of a layout', () => {
  it('may map the same activities in two ways, and members and accounts too', () => {
    const layout = layoutWith({
      groups: { kostnadsgrupp: ['individ'], kategori: ['struktur'], kontogrupp: ['personal'] },
    });
    expect(faultsOf(layout)).toEqual([]);
    expect(layoutSchema.parse(layout)).toEqual(layout);
  });

  it('hold a code once in each mapping, or its money would be in two groups', () => {
    const twice: Groups = {
      kostnadsgrupp: { activities: { individ: ['fia'], struktur: ['fia'] } },
      kontogrupp: { accounts: { personal: [[5000, 5199]], ovrigt: [[5100, 5999]] } },
    };
    expect(faultsOf({ ...smallLayout, groups: twice })).toEqual([
      ['groups/kostnadsgrupp/activities/struktur/0', 'fia finns redan i gruppen individ'],
      ['groups/kontogrupp/accounts/ovrigt/0', '5100–5999 finns redan i gruppen personal'],
    ]);
  });

  it('are selected by only where they are declared', () => {
    expect(faultsOf(layoutWith({ groups: { insatsgrupp: ['individ'] } }))).toEqual([
      ['rows/4/groups/insatsgrupp', 'grupperingen insatsgrupp finns inte'],
    ]);
    expect(faultsOf(layoutWith({ groups: { kategori: ['individ', 'volym'] } }))).toEqual([
      ['rows/4/groups/kategori/1', 'gruppen volym finns inte i kategori'],
    ]);
    expect(faultsOf(layoutWith({ groups: { constructor: ['individ'] } }))).toEqual([
      ['rows/4/groups/constructor', 'grupperingen constructor finns inte'],
    ]);
    const view = { setOffs: [{ label: 'Avräkning', groups: { saknas: ['a'] }, rows: ['kansli'] }] };
    expect(faultsOf({ ...smallLayout, view })).toEqual([
      ['view/setOffs/0/groups/saknas', 'grupperingen saknas finns inte'],
    ]);
  });

  it('are of accounts in the books only, since a post has no account', () => {
    expect(faultsOf(layoutWith({ posts: [{ groups: { kontogrupp: ['personal'] } }] }))).toEqual([
      ['rows/4/posts/0/groups/kontogrupp', 'kontogrupp grupperar konton, och en budgetpost har inget konto'],
    ]);
    expect(faultsOf(layoutWith({ posts: [{ groups: { kategori: ['individ'] } }] }))).toEqual([]);
  });

  it('are written out as what they hold', () => {
    const layout = layoutWith({
      groups: { kostnadsgrupp: ['individ'], agare: ['lanets-kommuner'], kontogrupp: ['personal', 'lokaler'] },
      posts: [{ groups: { kategori: ['struktur'] }, sign: -1 }],
    });
    expect(last(withGroups(layout))).toEqual({
      ...line({}),
      activities: ['fia', 'natverket'],
      members: ['habo', 'mullsjo'],
      accounts: [
        [5000, 5199],
        [6000, 6099],
      ],
      posts: [{ activities: ['natverket', 'utbildning'], sign: -1 }],
    });
  });

  it('narrow each other, and what the line names beside them', () => {
    const crossed = layoutWith({ groups: { kostnadsgrupp: ['individ'], kategori: ['struktur'] } });
    expect(last(withGroups(crossed)).activities).toEqual(['natverket']);
    const named = layoutWith({
      activities: ['kansli'],
      accounts: [[5100, 6009]],
      groups: { kostnadsgrupp: ['individ'] },
    });
    expect(last(withGroups(named)).activities).toEqual([]);
    const accounts = layoutWith({ accounts: [[5100, 6009]], groups: { kontogrupp: ['personal', 'lokaler'] } });
    expect(last(withGroups(accounts)).accounts).toEqual([
      [5100, 5199],
      [6000, 6009],
    ]);
  });

  it('are written out in a view, too, and a layout without them is left as it is', () => {
    const view = { setOffs: [{ label: 'Avräkning', groups: { kategori: ['individ'] }, rows: ['kansli'] }] };
    expect(withGroups({ ...smallLayout, groups, view }).view?.setOffs).toEqual([
      { label: 'Avräkning', activities: ['fia'], rows: ['kansli'] },
    ]);
    expect(withGroups(smallLayout)).toBe(smallLayout);
  });
});

describe('kinds of members', () => {
  const members = [
    { member_id: 'staten', member_kind: 'stat' },
    { member_id: 'habo', member_kind: 'kommun' },
    { member_id: 'mullsjo', member_kind: 'kommun' },
  ] as const;

  it('are written out as the members that there are', () => {
    const layout = layoutWith({ memberKinds: ['kommun'], posts: [{ memberKinds: ['stat'] }] });
    expect([faultsOf(layout), selectsByMemberKind(layout)]).toEqual([[], true]);
    const written = withMemberKinds(layout, members);
    expect(last(written)).toEqual({ ...line({}), members: ['habo', 'mullsjo'], posts: [{ members: ['staten'] }] });
    expect(selectsByMemberKind(written)).toBe(false);
  });

  it('narrow the members that the line names, and one that nobody is of selects nothing', () => {
    const named = layoutWith({ memberKinds: ['kommun'], members: ['habo', 'staten'] });
    expect(last(withMemberKinds(named, members)).members).toEqual(['habo']);
    expect(last(withMemberKinds(layoutWith({ memberKinds: ['region'] }), members)).members).toEqual([]);
  });
});
