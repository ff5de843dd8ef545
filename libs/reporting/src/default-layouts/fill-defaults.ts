// The default layouts filled from what an association has registered, numbered so that each can be adopted next.
import { adoptedLayouts, defaultLayouts, type Layout, membersAt, type Registers } from '@finsam/associations';
import { budgetKindsAt } from '@finsam/funding';
import { insatserAt } from '@finsam/insatser';
import { canonicalJson } from '@finsam/kernel';
import { listFiscalYears } from '@finsam/ledger';
import type { View } from '@finsam/platform';

export async function filledDefaults(view: View): Promise<Layout[]> {
  const layouts = defaultLayouts(await registersAt(view));
  return nextVersions(layouts, await adoptedLayouts(view));
}

/** What the association has registered: activities of all its years, as the latest year names them. */
export async function registersAt(view: View): Promise<Registers> {
  const [members, years, insatser, kinds] = [
    await membersAt(view),
    await listFiscalYears(view),
    await insatserAt(view),
    await budgetKindsAt(view),
  ];
  const groups = new Map(insatser.map(({ insats_id, insats_kind }) => [insats_id, insats_kind]));
  const activities = new Map<string, string>();
  for (const year of [...years].sort((a, b) => b.fiscal_year - a.fiscal_year)) {
    for (const { activity, name } of year.activities) if (!activities.has(activity)) activities.set(activity, name);
  }
  return {
    members: members.filter(({ pays }) => pays).map(({ member_id: memberId, name }) => ({ memberId, name })),
    activities: [...activities].map(([activity, name]) => ({ activity, name, group: groupOf(groups.get(activity)) })),
    ...(kinds && { kinds: kinds.kinds }),
  };
}

/** An insats is of its own kind until the association says otherwise; what is no insats is administration. */
function groupOf(kind: 'individ' | 'struktur' | 'volym' | undefined): Registers['activities'][number]['group'] {
  if (kind === undefined) return 'administration';
  return kind === 'struktur' ? 'struktur' : 'individ';
}

/** A layout that is adopted as it stands keeps its version, one that says something else is the next. */
export function nextVersions(layouts: readonly Layout[], adopted: readonly Layout[]): Layout[] {
  return layouts.map((layout) => {
    const standing = adopted.find(({ id }) => id === layout.id);
    if (!standing) return layout;
    const same = { ...layout, version: standing.version };
    return canonicalJson(same) === canonicalJson(standing) ? same : { ...layout, version: standing.version + 1 };
  });
}
