// What a log must be even where no seal covers it yet, and what is said when both an event and its seal are gone.
import type { StoredEvent } from '../chain';
import { anchorAt, exampleLog, headOf, type LogCopy, verified } from '../testing/example-log';
import { SeenCommands } from './seen-commands';

const log = exampleLog({ events: 12, batches: [3, 3, 3, 3], anchoredAt: [] });
const unsealed: LogCopy = { ...log, seals: [] };

async function faults(copy: LogCopy) {
  const { findings } = await verified(copy);
  const found = findings.filter(({ severity }) => severity === 'fault');
  return found.map(({ code, position, through }) => [code, position, through]);
}

function changed(position: number, change: Partial<StoredEvent>): LogCopy {
  const events = log.events.with(position - 1, { ...log.events[position - 1]!, ...change });
  return { ...unsealed, events, head: headOf(events) };
}

it.each<[string, LogCopy, unknown[]]>([
  ['a revision that skips', changed(12, { revision: 4 }), [['revision-broken', 12, 12]]],
  ['a revision that is taken', changed(12, { revision: 2 }), [['revision-broken', 12, 12]]],
  ['a stream that does not begin with 0', changed(12, { stream: 'new', revision: 1 }), [['revision-broken', 12, 12]]],
  ['a time before the last', changed(5, { recordedAt: '1717243200000000' }), [['time-backwards', 5, 5]]],
  ['a time finer than what is written', changed(5, { recordedAt: '1717243201250001' }), [['time-impossible', 5, 5]]],
  ['data that is no JSON', changed(5, { data: '{"a":' }), [['json-broken', 5, 5]]],
  ['metadata that is no JSON', changed(5, { meta: '' }), [['json-broken', 5, 5]]],
  ['metadata of nothing', changed(5, { meta: 'null' }), [['meta-disagrees', 5, 5]]],
  ['another command', changed(5, { commandId: 'x' }), [['meta-disagrees', 5, 5]]],
  ['another ordinal', changed(5, { ordinal: 7 }), [['meta-disagrees', 5, 5]]],
])('names %s', async (_, copy, expected) => {
  expect(await faults(copy)).toEqual(expected);
});

it('names the same row stored twice, and takes the first of them', async () => {
  expect(await faults({ ...log, events: log.events.toSpliced(4, 0, log.events[4]!) })).toEqual([
    ['position-repeated', 5, 5],
  ]);
});

it('names a copy of an old event, and not the events that its stream goes on with', async () => {
  const copied = { ...log.events[1]!, position: 6, recordedAt: log.events[5]!.recordedAt };
  const later = log.events.slice(5).map((event) => ({ ...event, position: event.position + 1 }));
  const events = [...log.events.slice(0, 5), copied, ...later];
  expect(await faults({ ...unsealed, events, head: headOf(events) })).toEqual([
    ['revision-broken', 6, 6],
    ['event-repeated', 6, 6],
  ]);
});

it('names events after the head, once for all of them', async () => {
  const head = headOf(log.events.slice(0, 9));
  const copy = { ...log, head, seals: log.seals.slice(0, 3) };
  expect(await faults(copy)).toEqual([['event-beyond-head', 10, 12]]);
});

it('does not accuse the event after one that is gone together with its seal', async () => {
  const copy = { ...log, events: log.events.toSpliced(3, 3), seals: log.seals.toSpliced(1, 1) };
  expect((await faults(copy)).filter(([code]) => code !== 'revision-broken')).toEqual([
    ['position-missing', 4, 6],
    ['seal-missing', 4, 6],
  ]);
});

it('goes on after a stretch without seals, and names the stretch when something in it differs', async () => {
  const copy = { ...log, seals: log.seals.toSpliced(1, 1) };
  expect(await faults(copy)).toEqual([['seal-missing', 4, 6]]);
  const events = log.events.with(4, { ...log.events[4]!, data: '{}' });
  expect(await faults({ ...copy, events })).toEqual([
    ['seal-missing', 4, 6],
    ['seal-differs', 4, 7],
  ]);
});

it('compares an anchor with the seal when its event is gone, and says when that is gone, too', async () => {
  const anchors = [5, 8].map((position) => anchorAt(log.identity, log.events, position));
  const copy = { ...log, events: log.events.toSpliced(4, 1), anchors };
  const anchored = async (attacked: LogCopy) => (await faults(attacked)).filter(([code]) => /anchor/.test(`${code}`));
  expect(await anchored(copy)).toEqual([]);
  expect(await anchored({ ...copy, seals: log.seals.toSpliced(1, 1) })).toEqual([['anchor-differs', 1, 5]]);
});

it('tells different faults of neighbours apart', async () => {
  const events = log.events.with(10, { ...log.events[10]!, revision: 8 }).with(11, { ...log.events[11]!, revision: 9 });
  const { findings } = await verified({ ...unsealed, events });
  expect(findings.filter(({ code }) => code === 'revision-broken').map(({ sentence }) => sentence)).toEqual([
    'Händelse 11 följer inte på den förra i sin ström: revision 8 i stället för 3.',
    'Händelse 12 följer inte på den förra i sin ström: revision 9 i stället för 3.',
  ]);
});

it('remembers every event of every command, and takes no two for one', () => {
  const seen = new SeenCommands();
  const met = (ordinals: number[]) => {
    let again = 0;
    for (let command = 0; command < 100_000; command += 1) {
      for (const ordinal of ordinals) again += Number(seen.meets(`command-${command}`, ordinal));
    }
    return again;
  };
  expect([met([0, 1]), met([2]), met([0, 1, 2])]).toEqual([0, 0, 300_000]);
});
