// The dialect is what the other specs stand on, so it is shown here that it also fails when it should.
import { z } from 'zod';
import { type CommandsOf, type Decider, defineCommand, fold } from './decider';
import { refusals } from './domain-error';
import { defineEvent, type EventsOf } from './event';
import type { FactProjection, StateProjection } from './projection';
import { deciderSpec, projectionSpec, recorded, rowsAfter } from './testing';

const named = z.strictObject({ name: z.string().trim().min(1) });
const Invite = defineCommand('Invite', named);
const Forget = defineCommand('Forget', z.strictObject({}));
const GuestInvited = defineEvent('GuestInvited', 1, named);
const ListForgotten = defineEvent('ListForgotten', 1, z.strictObject({}));

type GuestCommand = CommandsOf<readonly [typeof Invite, typeof Forget]>;
type GuestEvent = EventsOf<readonly [typeof GuestInvited, typeof ListForgotten]>;
type GuestList = Decider<Set<string>, GuestCommand, GuestEvent>;

const refuse = refusals({ 'guests/full': { status: 409, text: 'Listan är full.' } });

const guests: GuestList = {
  name: 'guests/list',
  commands: [Invite, Forget],
  events: [GuestInvited, ListForgotten],
  stream: () => 'guests',
  initialState: () => new Set(),
  // It changes the state it is given, as a decider may.
  evolve: (state, event) => (event.type === 'GuestInvited' ? state.add(event.data.name) : (state.clear(), state)),
  decide: (command, state) => {
    if (command.type === 'Forget') return state.size === 0 ? [] : [ListForgotten({})];
    if (state.has(command.data.name)) return [];
    if (state.size === 2) throw refuse('guests/full');
    return [GuestInvited(command.data)];
  },
};
const ask = (decider: GuestList = guests) => deciderSpec(decider).given;
const [invited, invite] = [(name: string) => GuestInvited({ name }), (name: string) => Invite({ name })];

describe('given, when, then', () => {
  it('holds for what happens once', () => {
    ask()().when(invite('a')).then(invited('a'));
    ask()(invited('a'), invited('b')).when(Forget({})).then(ListForgotten({}));
    ask()(invited('a')).when(invite('a')).thenNothing();
    ask()(invited('a'), invited('b')).when(invite('c')).thenRefused('guests/full');
  });

  it('reads the command as its schema does', () => {
    ask()().when(invite('  a ')).then(invited('a'));
    expect(() => ask()().when(invite(' ')).thenNothing()).toThrow(z.ZodError);
  });

  it('fails when something else happens, something more or nothing', () => {
    const when = ask()().when(invite('a'));
    expect(() => when.then(invited('b'))).toThrow();
    expect(() => when.then()).toThrow();
    expect(() => when.then(invited('a'), invited('a'))).toThrow();
    expect(() => when.thenNothing()).toThrow();
    expect(() => ask()(invited('a')).when(invite('a')).then(invited('a'))).toThrow();
  });

  it('fails when the repeated command has its effect again', () => {
    const forgetful: GuestList = { ...guests, decide: ({ data }) => [GuestInvited(data as { name: string })] };
    const again = () => ask(forgetful)().when(invite('a')).then(invited('a'));
    expect(again).toThrow('the repeated command must add nothing');
  });

  it('fails when the repeated command is refused', () => {
    const stubborn: GuestList = {
      ...guests,
      decide: (command, state) => {
        if (state.size > 0) throw refuse('guests/full');
        return guests.decide(command, state);
      },
    };
    expect(() => ask(stubborn)().when(invite('a')).then(invited('a'))).toThrow('Listan är full.');
  });

  it('fails when the event is not what its schema says', () => {
    const careless = (name: string): GuestList => ({
      ...guests,
      decide: (command, state) => (state.size === 0 ? [invited(name)] : []),
    });
    for (const name of ['a ', '']) {
      expect(() => ask(careless(name))().when(invite('a')).then(invited(name))).toThrow();
    }
    const extra = GuestInvited({ name: 'a', age: 7 } as { name: string });
    const talkative: GuestList = { ...guests, decide: (_, state) => (state.size === 0 ? [extra] : []) };
    expect(() => ask(talkative)().when(invite('a')).then(extra)).toThrow();
  });

  it('fails for a command or an event that the decider does not list', () => {
    const mute: GuestList = { ...guests, commands: [Forget], events: [ListForgotten] };
    expect(() => ask(mute)().when(invite('a')).thenNothing()).toThrow('does not list the command Invite');
    const deaf: GuestList = { ...guests, events: [ListForgotten] };
    expect(() => ask(deaf)().when(invite('a')).then(invited('a'))).toThrow('does not list the event GuestInvited');
  });

  it('takes only a refusal with that code for the refusal', () => {
    const full = ask()(invited('a'), invited('b')).when(invite('c'));
    expect(() => full.thenRefused('guests/closed')).toThrow();
    expect(() => ask()().when(invite('a')).thenRefused('guests/full')).toThrow('the command was not refused');
    const broken: GuestList = {
      ...guests,
      decide: () => {
        throw new Error('broken assumption');
      },
    };
    expect(() => ask(broken)().when(invite('a')).thenRefused('guests/full')).toThrow('broken assumption');
  });
});

it('folds every list of events from a state of its own', () => {
  expect(fold(guests, [invited('a'), invited('b')]).size).toBe(2);
  expect(fold(guests, []).size).toBe(0);
});

describe('projections', () => {
  const visits: FactProjection<GuestEvent> = {
    kind: 'facts',
    table: { name: 'visit_v1', columns: { name: 'text', position: 'bigint' } },
    events: [GuestInvited],
    facts: (event) => [{ name: (event.data as { name: string }).name, position: event.position }],
  };
  const lists: StateProjection<GuestEvent, { size: number }> = {
    kind: 'state',
    table: { name: 'list_v1', columns: { size: 'integer' } },
    events: [GuestInvited, ListForgotten],
    key: (event) => event.stream,
    evolve: (row, event) => (event.type === 'ListForgotten' ? null : { size: (row?.size ?? 0) + 1 }),
  };
  const history = [invited('a'), ListForgotten({}), invited('b'), invited('c')];

  it('are given every fact, with its place in the log', () => {
    projectionSpec(visits)
      .given(...history)
      .then({ name: 'a', position: 1 }, { name: 'b', position: 3 }, { name: 'c', position: 4 });
    expect(() => projectionSpec(visits).given(invited('a')).then()).toThrow();
  });

  it('are given the last version of each row, and none that was removed', () => {
    projectionSpec(lists)
      .given(...history)
      .then({ size: 2 });
    projectionSpec(lists).given(invited('a'), ListForgotten({})).then();
    const two = [...recorded([invited('a')], 'x'), ...recorded([invited('a'), invited('b')], 'y')];
    expect(rowsAfter(lists, two)).toEqual([{ size: 1 }, { size: 2 }]);
  });
});
