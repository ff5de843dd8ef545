// The projector process: keeps every association's read models at the end of its log.
import { catalogue, groups, type Installation } from '@finsam/assembly';
import { Projector } from '@finsam/platform';
import type { Logger } from 'pino';

export async function startProjector({ databases, signal }: Installation, logger: Logger): Promise<Projector> {
  const projector = new Projector({
    databases,
    signal,
    groups,
    catalogue,
    onStall: ({ association, group, position, reason }) =>
      logger.error({ association, group, position, reason }, 'projection stands still'),
    onError: (error) => logger.warn({ err: error }, 'projector round failed'),
  });
  await projector.start();
  return projector;
}
