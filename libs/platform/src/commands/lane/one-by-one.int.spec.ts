// Whatever is sent, in whatever company, the log holds what deciding one by one with no memory would have written.
import { type AssociationId, type Command, DomainError, type DomainEvent, fold } from '@finsam/kernel';
import * as fc from 'fast-check';
import { recordOf } from '../../event-store/event-store';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { CommandRunner } from '../command-runner';
import { label, outcome, putOn, sender, shelfDecider, takeOff } from './testing';

jest.setTimeout(120_000);

let db: TestDatabase;
let association: AssociationId;
let send: ReturnType<typeof sender>;

beforeAll(async () => {
  db = await testDatabase();
  association = await db.register('hyllan');
  send = sender(association);
});
afterAll(() => db.close());

interface Sent {
  readonly kind: 'put' | 'take' | 'label';
  readonly count: number;
  readonly id: number;
  readonly expectedRevision: number | undefined;
}

/** A group is sent in one breath; who sends it is one of two processes, or one that has just started. */
interface Group {
  readonly by: 'one' | 'other' | 'new';
  readonly sent: readonly Sent[];
}

const sent: fc.Arbitrary<Sent> = fc.record({
  kind: fc.constantFrom('put', 'take', 'label'),
  count: fc.integer({ min: 1, max: 3 }),
  // Few ids, so that many are repeats, with the same content or another.
  id: fc.integer({ min: 0, max: 25 }),
  expectedRevision: fc.option(fc.integer({ min: -1, max: 8 }), { nil: undefined, freq: 5 }),
});
const group: fc.Arbitrary<Group> = fc.record({
  by: fc.constantFrom('one', 'one', 'other', 'new'),
  sent: fc.array(sent, { minLength: 1, maxLength: 8 }),
});

const commandOf = ({ kind, count }: Sent, shelf: string): Command =>
  kind === 'put' ? putOn(shelf, count) : kind === 'take' ? takeOff(shelf, count) : label(shelf, `label ${count}`);

/** The stream as a list, and no cleverness at all. */
class OneByOne {
  readonly events: { readonly commandId: string; readonly event: DomainEvent }[] = [];
  private readonly contents = new Map<string, { readonly content: string; readonly revision: number }>();

  send(command: Command, commandId: string, expectedRevision: number | undefined): number | string {
    const content = JSON.stringify(command);
    const first = this.contents.get(commandId);
    if (first) return first.content === content ? first.revision : 'command/id-reused';
    const current = this.events.length - 1;
    if (expectedRevision !== undefined && expectedRevision !== current) return 'command/stale-revision';
    try {
      const past = this.events.map(({ event }) => event);
      const events = shelfDecider.decide(command as never, fold(shelfDecider, past as never[]));
      this.events.push(...events.map((event) => ({ commandId, event })));
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
    const revision = this.events.length - 1;
    if (revision > current) this.contents.set(commandId, { content, revision });
    return revision;
  }
}

let runs = 0;

it('answers and records as if each command had been alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 6 }), async (groups) => {
      const shelf = `run-${++runs}`;
      const fresh = () => new CommandRunner(db.store, [shelfDecider]);
      const runners = { one: fresh(), other: fresh() };
      const model = new OneByOne();
      for (const { by, sent: together } of groups) {
        const runner = by === 'new' ? fresh() : runners[by];
        const asked = together.map((one) => ({
          ...one,
          command: commandOf(one, shelf),
          commandId: `${shelf}-${one.id}`,
        }));
        const outcomes = await Promise.all(
          asked.map(({ command, commandId, expectedRevision }) =>
            outcome(send(runner, command, commandId, expectedRevision === undefined ? {} : { expectedRevision })),
          ),
        );
        expect(outcomes).toEqual(asked.map((one) => model.send(one.command, one.commandId, one.expectedRevision)));
      }
      const stored = await db.store.readStream(recordOf(association), `shelf-${shelf}`);
      expect(stored.map(({ meta, type, data }) => ({ commandId: meta.commandId, event: { type, data } }))).toEqual(
        model.events,
      );
    }),
    { numRuns: 150 },
  );
});
