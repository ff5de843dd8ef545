// Runs a statement as somebody and keeps every word of the answer: rows, copied data, notices, errors, notifications.
import { Client } from 'pg';
import { type Login, urlFor } from '@finsam/platform';
import type { World } from './world';

/** What a session does before its statement, in the hope that it is then somebody else. */
export const GUISES = {
  plain: '',
  'as the group': 'set role "{group}"',
  'with settings': `select set_config('app.tenant', '2', false), set_config('finsam.association', '2', false);
    set row_security = on; set debug_print_plan = on;
    set client_min_messages = debug1`,
} as const;

export interface Attacker {
  /** Everything that came back, in one text. */
  attack(statement: string): Promise<string>;
  readonly count: () => number;
  close(): Promise<void>;
}

interface Copying {
  connection: { on(event: 'copyData', listener: (message: { chunk: Buffer }) => void): void };
}

export async function attackerAs({ db }: World, login: Login, guise: keyof typeof GUISES = 'plain'): Promise<Attacker> {
  const answers: string[] = [];
  let count = 0;
  let client: Client | undefined;
  const connect = async () => {
    const opened = new Client({
      connectionString: urlFor(db.config, db.url, login),
      statement_timeout: 5_000,
      lock_timeout: 500,
    });
    opened.on('notice', (notice) => answers.push(JSON.stringify({ ...notice, message: notice.message })));
    opened.on('notification', (notification) => answers.push(JSON.stringify(notification)));
    opened.on('error', (error) => {
      answers.push(error.message);
      if (client === opened) client = undefined;
    });
    await opened.connect();
    (opened as unknown as Copying).connection.on('copyData', ({ chunk }) => answers.push(chunk.toString()));
    await opened.query(GUISES[guise].replace('{group}', `${db.config.installation}_association`));
    return opened;
  };
  const run = async (statement: string) => {
    client ??= await connect();
    try {
      const results: unknown = await client.query(statement);
      answers.push(JSON.stringify([results].flat().map((result) => (result as { rows?: unknown }).rows)));
    } catch (error) {
      answers.push(JSON.stringify({ ...(error as object), message: (error as Error).message }));
    }
  };
  return {
    count: () => count,
    attack: async (statement) => {
      count++;
      answers.length = 0;
      await run(statement);
      const before = answers.length;
      await run('rollback');
      // That there was no transaction is no answer.
      return answers.slice(0, before).join('\n');
    },
    close: async () => client?.end(),
  };
}
