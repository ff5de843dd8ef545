import { knownParameter, Moment, momentParameter, positionParameter } from './moment';

const placeOf = (schema: typeof momentParameter, text: string) => {
  const { data } = schema.safeParse(text);
  if (!(data instanceof Moment)) return null;
  return 'position' in data.place ? data.place.position : data.place.before.toISOString();
};

it.each([
  ['17', 17],
  ['0', 0],
  ['2024-09-30', '2024-09-30T22:00:00.000Z'],
  ['2024-12-31', '2024-12-31T23:00:00.000Z'],
  ['2199-12-31', '2199-12-31T23:00:00.000Z'],
  ['2024-09-30T12:00:00Z', '2024-09-30T12:00:00.001Z'],
  ['2024-09-30T12:00Z', '2024-09-30T12:00:00.001Z'],
  ['2024-09-30T12:00:00.250Z', '2024-09-30T12:00:00.251Z'],
  ['2024-09-30T12:00:00.2509Z', '2024-09-30T12:00:00.251Z'],
  ['2024-09-30T14:00:00+02:00', '2024-09-30T12:00:00.001Z'],
])('%s is a place in a log', (text, place) => {
  expect(placeOf(momentParameter, text)).toBe(place);
  const isPosition = typeof place === 'number';
  expect(placeOf(positionParameter, text)).toBe(isPosition ? place : null);
  expect(placeOf(knownParameter, text)).toBe(isPosition ? null : place);
});

// A day that there is not, no zone, a plus that a query string made a space, and what is neither.
it.each([
  '',
  '-1',
  '1.5',
  '2024-02-30',
  '2024-02-30T12:00:00Z',
  '2024-09-30T12:00:00',
  '2024-09-30T14:00:00 02:00',
  '2024-09-30T24:00:00Z',
  '2024-09-30T12:61:00Z',
  '1850-01-01',
  '0000-01-01T00:00:00Z',
  '2024-09-30 12:00:00Z',
  'i går',
])('%j is none', (text) => {
  for (const schema of [momentParameter, positionParameter, knownParameter]) expect(placeOf(schema, text)).toBeNull();
});
