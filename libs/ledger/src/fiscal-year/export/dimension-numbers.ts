// Which number our dimensions have in a SIE file: those that the format knows under its own, the rest from 20 on.

/** 6 is project, which an insats is to most systems; 20 and above are the writer's own. */
const PREFERRED: Readonly<Record<string, readonly [number: number, name: string]>> = {
  activity: [6, 'Verksamhet'],
  member: [20, 'Medlem'],
  counterparty: [21, 'Motpart'],
  project: [22, 'Projekt'],
  item: [23, 'Post'],
};
const OWN_FROM = 30;

export interface NumberedDimension {
  readonly dimension: number;
  readonly name: string;
}

/** A dimension that came unmapped from a file goes back under its own number. */
export function numberDimensions(names: Iterable<string>): Map<string, NumberedDimension> {
  const sorted = [...new Set(names)].sort();
  const numbered = new Map<string, NumberedDimension>();
  const taken = new Set<number>();
  const take = (name: string, dimension: number, told: string) => {
    taken.add(dimension);
    numbered.set(name, { dimension, name: told });
  };
  for (const name of sorted) {
    const source = /^sie-([1-9]\d{0,3})$/.exec(name);
    if (source) take(name, Number(source[1]), name);
  }
  for (const name of sorted) {
    const preferred = PREFERRED[name];
    if (preferred && !taken.has(preferred[0])) take(name, ...preferred);
  }
  let next = OWN_FROM;
  for (const name of sorted) {
    if (numbered.has(name)) continue;
    while (taken.has(next)) next++;
    take(name, next, PREFERRED[name]?.[1] ?? name);
  }
  return numbered;
}
