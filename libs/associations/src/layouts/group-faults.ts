// Whether groups are declared where they are selected by, and hold each code once.
import type { Groups, Layout, LedgerSelector, PostSelector } from './layout-shape';
import type { LayoutFault, Path } from './reference-faults';

export function* groupFaults(layout: Layout): Generator<LayoutFault> {
  for (const [name, mapping] of Object.entries(layout.groups ?? {})) yield* mappingFaults(mapping, ['groups', name]);
  for (const [index, row] of layout.rows.entries()) {
    if (row.kind === 'line') yield* takenFaults(layout, row, ['rows', index]);
  }
  for (const list of ['setOffs', 'allocations'] as const) {
    for (const [index, one] of (layout.view?.[list] ?? []).entries()) {
      yield* takenFaults(layout, one, ['view', list, index]);
    }
  }
}

/** In one mapping a code is in one group, or its money would be in two. */
function* mappingFaults(mapping: Groups[string], path: Path): Generator<LayoutFault> {
  const [kind, groups] = Object.entries(mapping)[0]!;
  const seen: [code: string | readonly [number, number], group: string][] = [];
  for (const [group, codes] of Object.entries<readonly (string | readonly [number, number])[]>(groups)) {
    for (const [index, code] of codes.entries()) {
      const before = seen.find(([other]) => overlaps(other, code));
      const shown = typeof code === 'string' ? code : code.join('–');
      if (before) yield { path: [...path, kind, group, index], message: `${shown} finns redan i gruppen ${before[1]}` };
      seen.push([code, group]);
    }
  }
}

function overlaps(one: string | readonly [number, number], other: string | readonly [number, number]): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one[0] <= other[1] && other[0] <= one[1];
}

type Taken = LedgerSelector & { readonly posts?: readonly PostSelector[] | undefined };

function* takenFaults(layout: Layout, { groups, posts = [] }: Taken, path: Path): Generator<LayoutFault> {
  yield* selectedFaults(layout, groups, path);
  for (const [index, post] of posts.entries()) {
    const at = [...path, 'posts', index];
    yield* selectedFaults(layout, post.groups, at);
    for (const name of Object.keys(post.groups ?? {})) {
      const mapping = groupsNamed(layout, name);
      if (!mapping || !('accounts' in mapping)) continue;
      yield { path: [...at, 'groups', name], message: `${name} grupperar konton, och en budgetpost har inget konto` };
    }
  }
}

function* selectedFaults(layout: Layout, groups: PostSelector['groups'], path: Path): Generator<LayoutFault> {
  for (const [name, wanted] of Object.entries(groups ?? {})) {
    const mapping = groupsNamed(layout, name);
    if (!mapping) {
      yield { path: [...path, 'groups', name], message: `grupperingen ${name} finns inte` };
      continue;
    }
    const declared = Object.values<Record<string, unknown>>(mapping)[0]!;
    for (const [index, group] of wanted.entries()) {
      if (Object.hasOwn(declared, group)) continue;
      yield { path: [...path, 'groups', name, index], message: `gruppen ${group} finns inte i ${name}` };
    }
  }
}

function groupsNamed({ groups = {} }: Layout, name: string): Groups[string] | undefined {
  return Object.hasOwn(groups, name) ? groups[name] : undefined;
}
