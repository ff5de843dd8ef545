// What is said no to of files from elsewhere and of what they disagree about.
import { FORM, type Refused, refused } from './refused';

const mapping = refused('ledger.adopt-sie-mapping');
const conflict = refused('ledger.resolve-sie-conflict');

const dimension = (number: number, ...objects: string[]) => ({
  dimension: number,
  to: 'activity',
  objects: objects.map((object) => ({ object, code: 'stegen' })),
  others: 'same',
});
const at = '/dimensions/1/dimension';

export const refusedSie: readonly Refused[] = [
  mapping('a dimension twice', { dimensions: [dimension(6), dimension(6)] }, 422, 'sie/dimension-twice', at),
  mapping(
    'an object twice',
    { dimensions: [dimension(6, 'A', 'A')] },
    422,
    'sie/object-twice',
    '/dimensions/0/objects/1/object',
  ),
  mapping('employees', { dimensions: [dimension(7)] }, 422, FORM, '/dimensions/0/dimension'),
  mapping(
    'ranges that overlap',
    {
      accounts: [
        { from: 3000, to: 3999, activity: 'kansli' },
        { from: 3500, to: 3599, activity: 'stegen' },
      ],
    },
    422,
    'sie/ranges-overlap',
    '/accounts/1/from',
  ),
  mapping('a range that ends before it begins', { accounts: [{ from: 4000, to: 3000 }] }, 422, FORM, '/accounts/0/to'),
  conflict('a number that is not in conflict', { number: 99 }, 404, 'ledger/no-such-conflict'),
];
