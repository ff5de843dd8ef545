// The whole list of attacks, and what came of it.
import { roleName } from '@finsam/platform';
import { type Attacker, attackerAs, type GUISES } from './attacker';
import { pairsOn, statementsOn } from './filled';
import { ON_THE_DATABASE } from './database-statements';
import { isCanary, type Table, type World } from './world';

export interface Leak {
  readonly statement: string;
  readonly answer: string;
}

/** Tries a statement and hands back what it tells of others. */
export async function tryOut(attacker: Attacker, statement: string): Promise<Leak[]> {
  const answer = await attacker.attack(statement);
  return isCanary(answer) ? [{ statement, answer: answer.slice(0, 500) }] : [];
}

export async function attacksOn(attacker: Attacker, tables: readonly Table[]): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const statement of tables.flatMap(statementsOn)) leaks.push(...(await tryOut(attacker, statement)));
  return leaks;
}

export async function attacksOnTheDatabase(world: World, attacker: Attacker): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const statement of ON_THE_DATABASE) leaks.push(...(await tryOut(attacker, named(world, statement))));
  return leaks;
}

export function named({ db }: World, statement: string): string {
  const { installation } = db.config;
  const other = `${installation}_a002`;
  return statement
    .replaceAll('{owner}', roleName(db.config, 'owner'))
    .replaceAll('{group}', roleName(db.config, 'association'))
    .replaceAll('{other}', other)
    .replaceAll('{database}', installation);
}

/** Pairs of questions that are answered differently by whether a foreign row has the value. */
export async function oracles(attacker: Attacker, tables: readonly Table[]): Promise<Leak[]> {
  const leaks: Leak[] = [];
  const ask = async (statement: string) => {
    const answer = await attacker.attack(statement);
    // Of the answer all but the value asked for, and what planning read, which is less the second time.
    return answer
      .replace(/kanarie|zzzarie/g, '…')
      .replace(/177700[12]|2024-03-01|2025-04-02|000000000009|000000000002/g, '…')
      .replace(/\{"QUERY PLAN":"Planning:"\},\{"QUERY PLAN":"  Buffers: [^"]*"\},?/g, '');
  };
  for (const table of tables.filter(({ owned }) => owned)) {
    for (const { there, nowhere } of pairsOn(table)) {
      // Asked once before, so that both find the same in the caches.
      await ask(nowhere);
      const [first, second] = [await ask(there), await ask(nowhere)];
      if (first !== second) leaks.push({ statement: there, answer: `${first}\n${second}`.slice(0, 2_000) });
    }
  }
  return leaks;
}

export function asAssociation(world: World, guise: keyof typeof GUISES): Promise<Attacker> {
  return attackerAs(world, world.attacker, guise);
}
