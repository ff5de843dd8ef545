// An event that was recorded once is read for ever: by every later version, into every state and every row.
import { catalogue, deciders, groups } from '@finsam/assembly';
import {
  canonicalJson,
  type EventDefinition,
  fold,
  reader,
  type ReadTable,
  type Recorded,
  type Row,
} from '@finsam/kernel';
import { rowsAfter } from '@finsam/kernel/testing';
import { isDeepStrictEqual } from 'node:util';
import { fileOf, frozen, hashes, type Sample, samplesNeeded, storedSamples } from './stored-samples';

const samples = storedSamples();
const read = reader(catalogue);
const projections = groups.flatMap((group) => group.projections);
const outboxes = groups.flatMap((group) => group.outbox ?? []);
const newest = new Map(catalogue.map(({ type, version }) => [type, fileOf(type, version)]));

/**
 * What a fold has seen before the event: types are listed in the order of a stream's life, so all that stand before
 * its own. Null where it is not listed.
 */
function historyOf(events: readonly EventDefinition[], { event }: Sample): Recorded[] | null {
  const place = events.findIndex(({ type }) => type === event.type);
  if (place < 0) return null;
  const before = events.slice(0, place).map(({ type }) => samples.find(({ file }) => file === newest.get(type))!.event);
  return [...before, read(event)].map((past, index) => ({ ...past, position: index + 1 }));
}

describe('the stored samples', () => {
  it('are one of each event type and version that the catalogue knows', () => {
    const files = samples.map(({ file }) => file);
    const needed = samplesNeeded();
    expect({ missing: needed.filter((file) => !files.includes(file)) }).toEqual({ missing: [] });
    expect({ unknown: files.filter((file) => !needed.includes(file)) }).toEqual({ unknown: [] });
  });

  it('are called by their type and version', () => {
    for (const { file, event } of samples) expect(fileOf(event.type, event.schemaVersion)).toBe(file);
  });

  it('never change once they are released: a changed event is a new version with a sample of its own', () => {
    const { released, actual } = hashes();
    const unlisted = [...actual].filter(([file]) => !released.has(file)).map(([file, hash]) => `${hash}  ${file}`);
    expect({ toBeAddedToSHA256SUMS: unlisted }).toEqual({ toBeAddedToSHA256SUMS: [] });
    for (const [file, hash] of released) expect([file, actual.get(file)]).toEqual([file, hash]);
  });
});

describe.each(samples)('$file', (sample) => {
  const { event } = sample;

  it('is what the newest schema says, when it has been read', () => {
    const definition = catalogue.find(({ type }) => type === event.type)!;
    const { data, schemaVersion } = read(event);
    expect(schemaVersion).toBe(definition.version);
    expect(definition.schema.parse(data)).toEqual(data);
  });

  it('is folded by each decider that lists it', () => {
    const histories = deciders.flatMap((decider) => {
      const history = historyOf(decider.events, sample);
      return history ? [{ decider, history }] : [];
    });
    expect(histories).not.toEqual([]);
    for (const { decider, history } of histories) {
      const before = fold(decider, history.slice(0, -1));
      expect(decider.evolve(before, history.at(-1))).toBeDefined();
    }
  });

  it('gives whole rows in each projection that lists it, whatever else it holds', () => {
    for (const projection of projections) {
      const history = historyOf(projection.events, sample);
      if (!history) continue;
      const rows = rowsAfter(projection, history);
      for (const row of rows) expect(gapsIn(projection.table, row)).toEqual([]);
      const odd = { ...event, data: frozen({ ...(event.data as object), 'of-another-time': 1 }) };
      expect(rowsAfter(projection, [...history.slice(0, -1), { ...read(odd), position: history.length }])).toEqual(
        rows,
      );
    }
  });

  it('is handed over by each outbox that lists it', () => {
    for (const outbox of outboxes.filter(({ events }) => events.some(({ type }) => type === event.type))) {
      for (const message of outbox.messages(read(event))) expect(canonicalJson(message.body)).toBeTruthy();
    }
  });
});

it('no projection folds an event that is not in the catalogue', () => {
  const folded = [...projections, ...outboxes].flatMap(({ events }) => events);
  expect(folded.filter((definition) => !catalogue.includes(definition)).map(({ type }) => type)).toEqual([]);
});

/** Columns without their value, as `table.column`. What JSON cannot say would be null in the table. */
function gapsIn({ name: table, columns, nullable = [] }: ReadTable, row: Row): string[] {
  const gaps = Object.keys({ ...columns, ...row }).filter((name) => {
    const value = row[name];
    if (!(name in columns) || value === undefined) return true;
    return value === null ? !nullable.includes(name) : !isDeepStrictEqual(value, JSON.parse(JSON.stringify(value)));
  });
  return gaps.map((name) => `${table}.${name}`);
}
