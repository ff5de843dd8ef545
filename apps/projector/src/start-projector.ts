// The projector process: keeps every association's read models, and its seal, at the end of its log.
import { catalogue, groups, type Installation } from '@finsam/assembly';
import { Projector } from '@finsam/platform';
import type { Logger } from 'pino';
import { startSealer } from './start-sealer';

export interface RunningProjector {
  /** Ends after the batches in hand. */
  stop(): Promise<void>;
}

export async function startProjector(installation: Installation, logger: Logger): Promise<RunningProjector> {
  const { databases, signal } = installation;
  const projector = new Projector({
    databases,
    signal,
    groups,
    catalogue,
    onStall: ({ association, group, position, reason }) =>
      logger.error({ association, group, position, reason }, 'projection stands still'),
    // From a request to its read model by one correlation id: what caused each event is the command, or what it says.
    onFolded: ({ association, group, events }) => {
      if (!logger.isLevelEnabled('debug')) return;
      for (const { position, type, meta } of events) {
        const { correlationId, causationId = meta.commandId } = meta;
        logger.debug({ association, group, position, type, correlationId, causationId }, 'folded');
      }
    },
    onError: (error) => logger.warn({ err: error }, 'projector round failed'),
  });
  await projector.start();
  const sealer = startSealer(installation, logger);
  return { stop: async () => void (await Promise.all([projector.stop(), sealer.stop()])) };
}
