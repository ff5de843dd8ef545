// The parts of the platform that every process needs, opened together and closed together.
import {
  type Config,
  Databases,
  describeFinding,
  LogSignal,
  PostgresEventStore,
  refuseBadPosture,
  urlFor,
} from '@finsam/platform';

export interface Installation {
  readonly config: Config;
  readonly databases: Databases;
  readonly signal: LogSignal;
  readonly store: PostgresEventStore;
  close(): Promise<void>;
}

/**
 * `databaseUrl`: any role's address of the migrated database; each handle logs in as its own role. Throws
 * `PostureError` on a database that does not keep the associations apart; what is merely to be told goes to `onError`.
 */
export async function openInstallation(
  config: Config,
  databaseUrl: string,
  onError: (error: Error) => void,
): Promise<Installation> {
  const databases = new Databases(config, databaseUrl, {}, onError);
  const signal = new LogSignal(urlFor(config, databaseUrl, 'dispatcher'), onError);
  const close = async () => {
    await signal.stop();
    await databases.close();
  };
  try {
    const [told] = await Promise.all([refuseBadPosture(databases.dispatcher(), config), signal.start()]);
    for (const finding of told) onError(new Error(describeFinding(finding)));
  } catch (error) {
    await close();
    throw error;
  }
  return { config, databases, signal, store: new PostgresEventStore(databases, signal), close };
}
