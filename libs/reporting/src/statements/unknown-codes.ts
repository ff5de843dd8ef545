// Codes that a layout selects by and that no register of the association knows: a misspelling selects nothing at all.
import type { Layout, LedgerSelector } from '@finsam/associations';

/** What the association has registered, in any year. */
export interface Registers {
  readonly activities: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** By dimension; one that is not here has no register, and any code may be booked on it. */
  readonly dimensions: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface UnknownCode {
  readonly layout: string;
  /** Where in the layout: `rows/kansli/activities`. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

/** Pure, in the order of the layouts and of what stands in them. */
export function unknownCodes(layouts: readonly Layout[], registers: Registers): UnknownCode[] {
  return layouts.flatMap((layout) => {
    const named = [...selectorsIn(layout)].flatMap(([place, selector]) => [...namedIn(place, selector)]);
    return named.flatMap(({ place, kind, code }) => {
      const message = unknown(kind, code, registers);
      return message === null ? [] : [{ layout: layout.id, place, code, message: `${layout.title}: ${message}` }];
    });
  });
}

interface Named {
  readonly place: string;
  readonly kind: string;
  readonly code: string;
}

function* selectorsIn({ rows, view, groups }: Layout): Generator<[place: string, selector: Partial<LedgerSelector>]> {
  for (const row of rows) if (row.kind === 'line') yield [`rows/${row.id}`, row];
  for (const list of ['setOffs', 'allocations'] as const) {
    for (const [index, one] of (view?.[list] ?? []).entries()) yield [`view/${list}/${index}`, one];
  }
  for (const [name, mapping] of Object.entries(groups ?? {})) {
    if ('accounts' in mapping) continue;
    const [[kind, listed] = ['', {}]] = Object.entries<Record<string, string[]>>(mapping);
    for (const [group, codes] of Object.entries(listed)) yield [`groups/${name}/${group}`, { [kind]: codes }];
  }
}

function* namedIn(place: string, { activities, members, dimensions }: Partial<LedgerSelector>): Generator<Named> {
  for (const code of activities ?? []) yield { place: `${place}/activities`, kind: 'activity', code };
  for (const code of members ?? []) yield { place: `${place}/members`, kind: 'member', code };
  for (const [kind, codes] of Object.entries(dimensions ?? {})) {
    for (const code of codes) yield { place: `${place}/dimensions/${kind}`, kind, code };
  }
}

function unknown(kind: string, code: string, { activities, members, dimensions }: Registers): string | null {
  const missing = (register: ReadonlySet<string>, says: string) => (register.has(code) ? null : says);
  if (kind === 'activity') return missing(activities, `aktiviteten ${code} finns inte i något räkenskapsårs register.`);
  if (kind === 'member') return missing(members, `medlemmen ${code} finns inte bland medlemmarna.`);
  const register = dimensions.get(kind);
  return register ? missing(register, `koden ${code} finns inte i registret över dimensionen ${kind}.`) : null;
}
