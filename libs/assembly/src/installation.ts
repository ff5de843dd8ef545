// The parts of the platform that every process needs, opened together and closed together.
import { type Config, Databases, LogSignal, PostgresEventStore, urlFor } from '@finsam/platform';

export interface Installation {
  readonly config: Config;
  readonly databases: Databases;
  readonly signal: LogSignal;
  readonly store: PostgresEventStore;
  close(): Promise<void>;
}

/** `databaseUrl`: any role's address of the migrated database; each handle logs in as its own role. */
export async function openInstallation(
  config: Config,
  databaseUrl: string,
  onError: (error: Error) => void,
): Promise<Installation> {
  const databases = new Databases(config, databaseUrl, {}, onError);
  const signal = new LogSignal(urlFor(config, databaseUrl, 'dispatcher'), onError);
  await signal.start();
  return {
    config,
    databases,
    signal,
    store: new PostgresEventStore(databases, signal),
    close: async () => {
      await signal.stop();
      await databases.close();
    },
  };
}
