import { idSchema } from '@finsam/kernel';
import * as fc from 'fast-check';
import { commandHash, derivedId, eventId } from './command-ids';

const owner = fc.integer({ min: 0, max: 9_999 });
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('1', '11', 'a:b', '1:a', ''));

describe('the id of what a command creates', () => {
  it('is the same wherever and however often the command is run', () => {
    expect(derivedId(7, 'command-1', 'voucherId')).toBe('1a8659974f8b1df58dd9c80f');
    expect(eventId(7, 'record', 'command-1', 0)).toBe('3f77235a-2e75-8a5e-9385-093cbbff06aa');
  });

  it('is an id', () => {
    fc.assert(
      fc.property(owner, text, text, (...of) => {
        expect(idSchema.parse(derivedId(...of))).toMatch(/^[0-9a-f]{24}$/);
      }),
    );
  });

  it('is another for another owner, another command or another thing', () => {
    const parts = fc.tuple(owner, text, text);
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(derivedId(...a) === derivedId(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 500 },
    );
    expect(derivedId(1, 'ab', 'c')).not.toBe(derivedId(1, 'a', 'bc'));
    expect(derivedId(1, '1', '')).not.toBe(derivedId(11, '', ''));
  });
});

it('gives each event of a command a UUID of its own', () => {
  const ids = [0, 1, 2].flatMap((ordinal) => ['record', 'audit'].map((kind) => eventId(7, kind, 'command-1', ordinal)));
  expect(new Set([...ids, eventId(8, 'record', 'command-1', 0), eventId(7, 'record', 'command-2', 0)]).size).toBe(8);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe('the hash of a command', () => {
  const hash = (data: object, type = 'BookCost', stream = 'fiscal-year-2024') => commandHash({ type, data }, stream);
  const asked = { amountOre: 100, dimensions: { b: 'x', a: 'y' } };

  it('is over what was asked, in whatever order it was written', () => {
    expect(hash(asked)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ dimensions: { a: 'y', b: 'x' }, amountOre: 100 })).toBe(hash(asked));
    expect(hash({ ...asked, document: undefined })).toBe(hash(asked));
  });

  it('leaves out the facts that the edge read, for they may differ at a repeat', () => {
    expect(hash({ ...asked, facts: { members: ['a'] } })).toBe(hash(asked));
    expect(hash({ ...asked, facts: { members: [] } })).toBe(hash(asked));
    expect(hash({ ...asked, dimensions: { ...asked.dimensions, facts: 'z' } })).not.toBe(hash(asked));
  });

  it('is another when anything that was asked is another', () => {
    const others = [
      hash({ ...asked, amountOre: 101 }),
      hash({ ...asked, amountOre: '100' }),
      hash({ ...asked, dimensions: {} }),
      hash({ ...asked, more: null }),
      hash(asked, 'BookIncome'),
      hash(asked, 'BookCost', 'fiscal-year-2025'),
    ];
    expect(new Set([hash(asked), ...others]).size).toBe(others.length + 1);
  });
});
