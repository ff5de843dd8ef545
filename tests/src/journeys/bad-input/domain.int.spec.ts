// What has the right form and is still refused: by a rule of the domain, in a sentence that points at the field.
import { faultsOf } from '../world/refusal';
import { refusedAssociations } from './refused-associations';
import { refusedBookings } from './refused-books';
import { refusedContributions } from './refused-contributions';
import { refusedFunding } from './refused-funding';
import { refusedInsatser } from './refused-insatser';
import { refusedPlans } from './refused-plans';
import { refusedReconciliation } from './refused-reconciliation';
import { refusedSie } from './refused-sie';
import { refusedYear } from './refused-year';
import { exampleOf, reportDone, routeOf, scopeOf, startWorld, type World } from '../world/world';

let world: World;
let before: unknown;
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await startWorld();
  const sent = async (operation: string, body: object, params = {}) => {
    const address = world.address(operation, params);
    const merged = { ...exampleOf(operation).body, ...body };
    const answer = await world.call(scopeOf(routeOf(operation)), 'POST', address, { body: merged });
    expect([operation, answer.text, answer.status < 300]).toEqual([operation, answer.text, true]);
    return answer.json as { id: string; reportId: string };
  };
  await sent('associations.join-member', { memberId: 'arbetsformedlingen', name: 'Arbetsförmedlingen', pays: false });
  await sent('ledger.open-year', { year: 2025 });
  await sent('ledger.adopt-accounts', {}, { year: '2025' });
  await sent('ledger.open-year', { year: 2199 });
  await sent('insatser.register', { insatsId: 'volymen', insatsKind: 'volym', followUp: 'volym' });
  ids.set('{standing}', (await sent('insatser.enrol', { participantId: 'e7c9a3a8f2b14d60' })).id);
  const { reportId } = await sent('reports.order', { period: '2024' });
  ids.set('{unadopted}', reportId);
  await reportDone(world, world.address('reports.show', { reportId }));
  await world.call('operator', 'POST', '/v1/associations', { body: { slug: 'antal', name: 'Bara antal' } });
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const filled = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, ids.get(value) ?? value]));

it.each([
  ...refusedBookings,
  ...refusedYear,
  ...refusedPlans,
  ...refusedSie,
  ...refusedContributions,
  ...refusedAssociations,
  ...refusedInsatser,
  ...refusedFunding,
  ...refusedReconciliation,
])('$operation refuses $what', async ({ operation, params, body, expected }) => {
  const address = world.address(operation, filled(params));
  const merged = { ...exampleOf(operation).body, ...body };
  const answer = await world.call(scopeOf(routeOf(operation)), 'POST', address, { body: merged });
  expect(faultsOf(answer, expected)).toEqual([]);
});

it('refuses records of participants in an association that counts only', async () => {
  const address = world.address('insatser.enrol', {}, 'antal');
  const answer = await world.call('association:antal', 'POST', address, { body: exampleOf('insatser.enrol').body });
  expect(faultsOf(answer, { status: 403, type: 'insatser/aggregates-only' })).toEqual([]);
});

it('says by how much a voucher does not balance', async () => {
  const rows = [
    { account: 5010, amountOre: 101 },
    { account: 1910, amountOre: -100 },
  ];
  const answer = await world.send('ledger.book-voucher', { body: { ...exampleOf('ledger.book-voucher').body, rows } });
  expect(answer.json).toMatchObject({ facts: { differenceOre: 1 } });
});

it('names every field that is wrong, not only the first', async () => {
  const body = { ...exampleOf('ledger.book-cost').body, date: 'igår', amountOre: 1.5, okant: 1 };
  const { errors } = (await world.send('ledger.book-cost', { body })).json as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/amountOre', '/date', '/okant']);
});
