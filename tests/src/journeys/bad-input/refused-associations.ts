// What the association itself and its layouts say no to, and which field they point at.
import { smallStatement } from '../world/layouts';
import { FORM, type Refused, refused } from './refused';

const register = refused('associations.register');
const join = refused('associations.join-member');
const layout = refused('associations.adopt-layout');

const [income, cost, result] = smallStatement.rows;
const version2 = (change: object) => ({ layout: { ...smallStatement, version: 2, ...change } });
const withRows = (...rows: object[]) => version2({ rows });
const [outcome, ...otherColumns] = smallStatement.columns;

export const refusedAssociations: readonly Refused[] = [
  register('a name that gives no address', { slug: undefined, name: '!!! ???' }, 422, 'association/no-slug', '/name'),
  register(
    'a number with a wrong check digit',
    { slug: 'ny', organisationNumber: '222000-0001' },
    422,
    FORM,
    '/organisationNumber',
  ),
  register(
    'a number that a person could have',
    { slug: 'ny', organisationNumber: '121212-1212' },
    422,
    FORM,
    '/organisationNumber',
  ),
  register('another name for a registered association', { name: 'Ett annat' }, 409, 'association/already-registered'),
  join(
    'a second member that pays the state’s half',
    { memberId: 'kassan' },
    422,
    'association/too-many-state-members',
    '/kind',
  ),
  join('other words for a member that there is', { name: 'En annan' }, 409, 'association/member-taken', '/memberId'),
  layout(
    'a sum of a row that there is not',
    withRows(income, cost, { ...result, of: [{ row: 'okand' }] }),
    422,
    FORM,
    '/layout/rows/2/of/0/row',
  ),
  layout(
    'a cell in a column that there is not',
    withRows({ ...income, showIn: ['okand'] }, cost, result),
    422,
    FORM,
    '/layout/rows/0/showIn/0',
  ),
  layout(
    'a sum of itself',
    withRows(income, cost, { ...result, of: [{ row: 'resultat' }] }),
    422,
    FORM,
    '/layout/rows/2/of',
  ),
  layout(
    'two rows of one name',
    withRows(income, { ...cost, id: 'bidrag' }, { ...result, of: [{ row: 'bidrag' }] }),
    422,
    FORM,
    '/layout/rows/1/id',
  ),
  layout(
    'a word to fill in that there is not',
    version2({ columns: [{ ...outcome, label: 'Till {dagen}' }, ...otherColumns] }),
    422,
    FORM,
    '/layout/columns/0/label',
  ),
  layout(
    'a published figure of a row that there is not',
    version2({ figures: [{ code: 'income', of: [{ row: 'okand' }] }] }),
    422,
    FORM,
    '/layout/figures/0/of/0/row',
  ),
  layout(
    'accounts that end before they begin',
    withRows({ ...income, accounts: [[3999, 3000]] }, cost, result),
    422,
    FORM,
    '/layout/rows/0/accounts/0',
  ),
  layout('a version that skips one', version2({ version: 3 }), 409, 'layout/version-gap', '/layout/version'),
  layout(
    'other words for a version that there is',
    version2({ version: 1, title: 'Annat' }),
    409,
    'layout/version-taken',
    '/layout/version',
  ),
];
