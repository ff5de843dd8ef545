// The stored catalogue is what the code says today.
import { deciders, groups } from '@finsam/assembly';
import { type AnyDecider, defineEvent, type ProjectionGroup, oreSchema } from '@finsam/kernel';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { eventFiles, olderSchemas, PAGE } from './event-files';
import { SCHEMAS } from './schemas';

const root = join(__dirname, '../../..');
const files = eventFiles(deciders, groups);
const stored = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);

describe('the event catalogue', () => {
  it('is stored as it is generated', () => {
    const different = [...files].filter(([path, text]) => stored(path) !== text).map(([path]) => path);
    expect({ 'differ from the code, so run `npm run events`': different }).toEqual({
      'differ from the code, so run `npm run events`': [],
    });
  });

  it('has the schemas of all versions and of nothing else', () => {
    const known = [...files.keys(), ...olderSchemas(deciders)].filter((path) => path !== PAGE);
    expect(
      readdirSync(join(root, SCHEMAS))
        .map((name) => `${SCHEMAS}/${name}`)
        .sort(),
    ).toEqual(known.sort());
  });
});

describe('a small catalogue', () => {
  const data = z.strictObject({
    bed: z.strictObject({ id: z.string().max(9), rows: z.array(z.strictObject({ seeds: z.int() })) }),
    weather: z.enum(['sun', 'rain']).nullable(),
    costs: z.record(z.string(), oreSchema).optional(),
  });
  const gardenOf = (schema: z.ZodType): AnyDecider =>
    ({
      name: 'garden/bed',
      events: [defineEvent('Sown', 2, schema, { 1: (old) => old })],
      stream: (command) => `bed-${command.data.bed.id}-${command.data.year}`,
    }) as Partial<AnyDecider> as AnyDecider;
  const garden = gardenOf(data.describe('Seeds were put in the soil.'));
  const { events } = garden;
  const group = {
    projections: [{ table: { name: 'bed_v1' }, events }],
    outbox: [{ events }],
  } as unknown as ProjectionGroup;
  const page = (...groups: ProjectionGroup[]) => eventFiles([garden], groups).get(PAGE)!;

  it('names the stream by its fields', () => {
    expect(page()).toContain('## garden/bed\n\nStream `bed-{bed.id}-{year}`\n');
  });

  it('says what an event means, in which version, and who folds it', () => {
    const version = 'Version 2 ([schema](events/Sown.v2.schema.json)), ';
    expect(page(group)).toContain(
      `### Sown\n\nSeeds were put in the soil.\n\n${version}folded into \`bed_v1\`, the exchange.`,
    );
    expect(page()).toContain(`${version}folded into no read model.`);
  });

  it('lists every field with its type and unit, also of inner objects', () => {
    expect(page().match(/^\| `.*$/gm)).toEqual([
      '| `bed` | object |',
      '| `bed.id` | text, at most 9 |',
      '| `bed.rows` | list of object |',
      '| `bed.rows[].seeds` | integer |',
      '| `weather` | "sun" or "rain" or null |',
      '| `costs`? | integer öre, by code |',
    ]);
  });

  it('has no event without a meaning', () => {
    expect(() => eventFiles([gardenOf(data)], [])).toThrow('Sown says what it means');
  });

  it('keeps the schemas of older versions', () => {
    expect(olderSchemas([garden])).toEqual(['docs/events/Sown.v1.schema.json']);
    expect([...eventFiles([garden], []).keys()]).toEqual([PAGE, 'docs/events/Sown.v2.schema.json']);
  });
});
