// Arbitrary SQL in an association's own session: nothing of another's is read, guessed or changed.
// FINSAM_FAULTS=long for 200,000 statements by chance; FINSAM_FAULTS_SEED=… for the same ones again.
import { checkPosture } from '@finsam/platform';
import { chance } from '../faults/chance';
import { attackerAs, GUISES } from './attacker';
import { sqlByChance } from './grammar';
import { asAssociation, attacksOn, attacksOnTheDatabase, type Leak, named, oracles, tryOut } from './siege';
import { makeWorld, type World } from './world';

const long = process.env['FINSAM_FAULTS'] === 'long';
const COUNT = long ? 200_000 : 5_000;
const seed = Number(process.env['FINSAM_FAULTS_SEED'] ?? Date.now() % 1_000_000);

jest.setTimeout(long ? 7_200_000 : 180_000);

let world: World;
let before: string;

beforeAll(async () => {
  world = await makeWorld();
  before = await world.fingerprint();
});
afterEach(async () => expect(await world.fingerprint()).toBe(before));
afterAll(() => world.close());

it('holds a canary of every other association in every table that associations write', async () => {
  for (const { name } of world.tables.filter((table) => table.owned)) {
    const { rows } = await world.admin.query(`select from ${name} where association_id = any('{2,3}')`);
    expect([name, rows.length > 1]).toEqual([name, true]);
  }
});

it.each(Object.keys(GUISES) as (keyof typeof GUISES)[])('tells an association nothing, %s', async (guise) => {
  const attacker = await asAssociation(world, guise);
  const leaks = [...(await attacksOn(attacker, world.tables)), ...(await attacksOnTheDatabase(world, attacker))];
  process.stdout.write(`attacks ${guise}: ${attacker.count()} statements on ${world.tables.length} tables\n`);
  await attacker.close();
  expect(leaks).toEqual([]);
});

it('tells the queue nothing', async () => {
  const attacker = await attackerAs(world, 'jobs');
  const tables = world.tables.filter(({ name }) => !name.startsWith('jobs.'));
  expect([...(await attacksOn(attacker, tables)), ...(await attacksOnTheDatabase(world, attacker))]).toEqual([]);
  await attacker.close();
});

it('answers a question about a foreign value as one about a value that nobody has', async () => {
  const attacker = await asAssociation(world, 'plain');
  const leaks = await oracles(attacker, world.tables);
  process.stdout.write(`oracles: ${attacker.count()} statements\n`);
  await attacker.close();
  expect(leaks).toEqual([]);
});

it(`tells nothing to ${COUNT} statements by chance (seed ${seed})`, async () => {
  const attacker = await asAssociation(world, 'plain');
  const next = sqlByChance(chance(seed), world.tables);
  const leaks: Leak[] = [];
  for (let n = 0; n < COUNT; n++) leaks.push(...(await tryOut(attacker, named(world, next()))));
  await attacker.close();
  process.stdout.write(`by chance: ${COUNT} statements, seed ${seed}\n`);
  expect(leaks).toEqual([]);
});

it('has not let the attacker undo what keeps them apart', async () => {
  const findings = await checkPosture(world.db.databases.dispatcher(), world.db.config);
  expect(findings.filter(({ level }) => level === 'refuse')).toEqual([]);
});
