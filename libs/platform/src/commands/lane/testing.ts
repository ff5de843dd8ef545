// A shelf that things are put on and taken from: what may happen depends on what has happened, and the state is changed
// in place, so that a lane which decides on the wrong state or folds twice is found out.
import {
  type AssociationId,
  type Command,
  type CommandsOf,
  type Decider,
  defineCommand,
  defineEvent,
  DomainError,
  type EventsOf,
  refusals,
} from '@finsam/kernel';
import { z } from 'zod';
import type { CommandContext, CommandRunner } from '../command-runner';

const shelf = z.string().min(1);
const count = z.number().int();

const PutOn = defineCommand('PutOn', z.strictObject({ shelf, count, note: z.string().optional() }));
const TakeOff = defineCommand('TakeOff', z.strictObject({ shelf, count }));
const Label = defineCommand('Label', z.strictObject({ shelf, text: z.string() }));

const PutOnShelf = defineEvent('PutOnShelf', 1, z.strictObject({ shelf, count: count.min(1), note: z.string() }));
const TakenOff = defineEvent('TakenOff', 1, z.strictObject({ shelf, left: count.min(0) }));
const Labelled = defineEvent('Labelled', 1, z.strictObject({ shelf, text: z.string() }));

type ShelfCommand = CommandsOf<readonly [typeof PutOn, typeof TakeOff, typeof Label]>;
type ShelfEvent = EventsOf<readonly [typeof PutOnShelf, typeof TakenOff, typeof Labelled]>;

const refuse = refusals({ 'shelf/too-few': { status: 409, text: 'Det står bara {left} kvar.' } });

export const shelfDecider: Decider<{ count: number; label: string }, ShelfCommand, ShelfEvent> = {
  name: 'test/shelf',
  commands: [PutOn, TakeOff, Label],
  events: [PutOnShelf, TakenOff, Labelled],
  stream: ({ data }) => `shelf-${data.shelf}`,
  initialState: () => ({ count: 0, label: '' }),
  evolve: (state, event) => {
    if (event.type === 'PutOnShelf') state.count += event.data.count;
    else if (event.type === 'TakenOff') state.count = event.data.left;
    else state.label = event.data.text;
    return state;
  },
  decide: ({ type, data }, state) => {
    if (type === 'Label') return state.label === data.text ? [] : [Labelled(data)];
    if (type === 'PutOn') return [PutOnShelf({ note: '', ...data })];
    if (state.count < data.count) throw refuse('shelf/too-few', { left: state.count });
    // One event for each thing, so that a command may have several.
    return Array.from({ length: data.count }, (_, n) => TakenOff({ shelf: data.shelf, left: state.count - n - 1 }));
  },
};

export const putOn = (name: string, things = 1, note = '') => PutOn({ shelf: name, count: things, note });
export const takeOff = (name: string, things = 1) => TakeOff({ shelf: name, count: things });
export const label = (name: string, text: string) => Label({ shelf: name, text });

export function sender(association: AssociationId) {
  return (runner: CommandRunner, command: Command, commandId: string, more: Partial<CommandContext> = {}) =>
    runner.execute(command, { association, commandId, actor: 'nagon', correlationId: 'correlation-1', ...more });
}

/** What became of it, in one word: the revision it came to, or the code of its refusal. */
export function outcome(answer: Promise<{ revision: number }>): Promise<number | string> {
  return answer.then(
    ({ revision }) => revision,
    (error: unknown) => (error instanceof DomainError ? error.code : (error as Error).name),
  );
}
