// Two positions compared: what is told to differ is what differs between two folds of the log, and every reason that is
// given stands in the log between the two and adds up to the difference.
import { withView } from '@finsam/platform';
import { compareStatements, type Comparison, reportGroups, type StatementTable } from '@finsam/reporting';
import * as fc from 'fast-check';
import { statementsFromScratch } from './statements';
import { CHANGED, type Subject } from './subjects';

const SEED = 20_240_831;
const PAIRS = 100;
const PAGE = 150;

type Change = Comparison['changes'][number];
type Reason = Change['because'][number];

async function comparison({ database }: Subject, period: string, from: number, to: number): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after = 0; ;) {
    const asked = { period, from, to, after, limit: PAGE };
    const page = await withView(database, reportGroups, { atLeast: to }, (view) => compareStatements(view, asked));
    changes.push(...page.changes);
    if (page.next === null) return changes;
    after = page.next;
  }
}

/** By place, what is printed in cells that both have. */
function differing(before: readonly StatementTable[], after: readonly StatementTable[]): Map<string, string> {
  const told = (tables: readonly StatementTable[]) =>
    new Map(
      tables.flatMap(({ layout, columns, rows }) =>
        rows.flatMap(({ id, cells }) =>
          columns.map((column, index) => [`${layout.id}/${id}/${column.id}`, JSON.stringify(cells[index])] as const),
        ),
      ),
    );
  const [was, is] = [told(before), told(after)];
  return new Map([...is].filter(([at, cell]) => was.has(at) && was.get(at) !== cell));
}

const oreIn = (reason: Reason): number => {
  if (reason.kind !== 'cells') return reason.differenceOre;
  // Other reckonings than sums are no sums of differences.
  return reason.parts.reduce((sum, { sign = 1, differenceOre }) => sum + sign * differenceOre, 0);
};

/** A total may be blank for want of one part, and then its parts come to something else than to nothing. */
const addsUp = ({ because, differenceOre }: Change): boolean =>
  because.every(
    (reason) => reason.kind !== 'cells' || (differenceOre !== null && ['sum', 'given'].includes(reason.reckoned)),
  );

/** What is wrong with the explanation of a cell; nothing, for a good one. */
function faults({ log }: Subject, change: Change, from: number, to: number): string[] {
  const { because, before, after } = change;
  const moved = (after.ore ?? 0) - (before.ore ?? 0);
  const told = because.reduce((sum, reason) => sum + oreIn(reason), 0);
  const checks: Record<string, boolean> = {
    'has no reason': because.length > 0,
    [`is explained by ${told}, and differs by ${moved}`]: !addsUp(change) || told === moved,
  };
  for (const reason of because) {
    if (reason.kind === 'cells') {
      checks[`is reckoned as ${reason.reckoned} from nothing that has changed`] = reason.parts.length > 0;
      continue;
    }
    if (reason.kind === 'ledger') {
      const sum = reason.lines.reduce((ore, line) => ore + line.amountOre, 0);
      checks['has lines that come to something else'] =
        reason.count > reason.lines.length || sum * reason.sign === reason.differenceOre;
      checks['has a line that nobody recorded'] = reason.lines.every(({ recorded }) => recorded !== null);
    } else {
      checks[`has ${reason.kind} for a reason, without an event`] = reason.events.length > 0;
    }
    const recorded = reason.kind === 'ledger' ? reason.lines.map((line) => line.recorded!) : reason.events;
    for (const { position, type, at, by } of recorded) {
      const event = log[position - 1]!;
      checks[`tells position ${position} otherwise than the log`] =
        from < position && position <= to && event.type === type && event.recordedAt === at && event.meta.actor === by;
    }
  }
  return Object.entries(checks).flatMap(([fault, fine]) => (fine ? [] : [`${change.row}/${change.column} ${fault}`]));
}

const KINDS: readonly Reason['kind'][] = [
  'layout',
  'ledger',
  'budget',
  'forecast',
  'plan',
  'reported',
  'imported',
  'source',
  'cells',
];

export function describeComparisons(subjects: () => readonly Subject[]): void {
  const met = new Map<string, number>();
  const check = async (subject: Subject, period: string, from: number, to: number) => {
    const changes = await comparison(subject, period, from, to);
    const [before, after] = [from, to].map((at) => statementsFromScratch(subject.log, period, at));
    const expected = [...differing(before!, after!).keys()];
    const told = changes.map(({ table, row, column }) => `${table}/${row}/${column}`);
    expect([period, from, to, ...told]).toEqual([period, from, to, ...expected]);
    expect(changes.flatMap((change) => faults(subject, change, from, to))).toEqual([]);
    for (const { kind } of changes.flatMap(({ because }) => because)) met.set(kind, (met.get(kind) ?? 0) + 1);
  };

  it(`at ${PAIRS} random pairs of positions, tell and explain what differs (seed ${SEED})`, async () => {
    const pairs = fc.constantFrom(...subjects()).chain((subject) =>
      fc.record({
        slug: fc.constant(subject.slug),
        ends: fc.tuple(...[0, 1].map(() => fc.noBias(fc.integer({ min: 0, max: subject.log.length })))),
        period: fc.constantFrom(...subject.periods),
      }),
    );
    await fc.assert(
      fc.asyncProperty(pairs, ({ slug, ends, period }) => {
        const subject = subjects().find((one) => one.slug === slug)!;
        return check(subject, period, Math.min(...ends), Math.max(...ends));
      }),
      { numRuns: PAIRS, seed: SEED },
    );
  }, 240_000);

  it.each(Object.values(CHANGED))(
    'of %s, event by event, tell what each has changed',
    async (slug) => {
      const subject = subjects().find((one) => one.slug === slug)!;
      for (const period of ['2023', '2024']) {
        for (let to = 1; to <= subject.log.length; to++) await check(subject, period, to - 1, to);
      }
    },
    240_000,
  );

  it('had every kind of reason there is to explain by', () => {
    expect(KINDS.filter((kind) => !met.has(kind))).toEqual([]);
  });
}
