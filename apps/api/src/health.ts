// What an operator's tools ask: does it live, can it answer, is anything standing still, how far behind is what.
// Numbers only: no name of an association, and nothing of its contents.
import { groups, type Installation } from '@finsam/assembly';
import { type Lag, readLags, unsealedEvents } from '@finsam/platform';
import type { INestApplication } from '@nestjs/common';
import type { Response } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/**
 * `/health`: the process lives, and says what stands still; never an error. `/health/ready`: 503 while the database is
 * away. `/metrics`: the same in Prometheus' format.
 */
export function useHealth(app: INestApplication, { databases }: Installation): void {
  const http = app.getHttpAdapter();
  const health = async () => {
    try {
      return told(await readLags(databases, groups));
    } catch {
      return { status: 'unavailable' };
    }
  };
  http.get('/health', async (_: unknown, response: Response) => response.json(await health()));
  http.get('/health/ready', async (_: unknown, response: Response) => {
    const state = await health();
    response.status(state.status === 'unavailable' ? 503 : 200).json(state);
  });
  const metrics = metricsOf({ databases });
  http.get('/metrics', async (_: unknown, response: Response) => {
    try {
      response.type(metrics.contentType).send(await metrics.text());
    } catch {
      response.status(503).send();
    }
  });
}

function told(lags: readonly Lag[]) {
  const stalled = lags.flatMap(({ association, group, stalledAt }) =>
    stalledAt === null ? [] : [{ association, group, position: stalledAt }],
  );
  const behind = lags.reduce((sum, lag) => sum + lag.behind, 0);
  return { status: stalled.length === 0 ? 'ready' : 'degraded', behind, stalled };
}

function metricsOf({ databases }: Pick<Installation, 'databases'>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: readonly string[]) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
  const ofGroup = ['association', 'group'];
  const position = gauge('finsam_log_position', 'Events in the log of an association', ['association']);
  const unsealed = gauge('finsam_log_unsealed_events', 'Events that no seal covers yet', []);
  const behind = gauge('finsam_projection_behind_events', 'Events that a group has not folded yet', ofGroup);
  const seconds = gauge(
    'finsam_projection_behind_seconds',
    'Time since a group with something left to fold last moved; 0 when it has folded all',
    ofGroup,
  );
  const stalled = gauge('finsam_projection_stalled', '1 when a group stands still before an event', ofGroup);
  const read = async () => {
    for (const all of [position, behind, seconds, stalled]) all.reset();
    for (const lag of await readLags(databases, groups)) {
      const labels = { association: lag.association, group: lag.group };
      position.set({ association: lag.association }, lag.head);
      behind.set(labels, lag.behind);
      seconds.set(labels, lag.behind === 0 ? 0 : lag.secondsSinceMoved);
      stalled.set(labels, lag.stalledAt === null ? 0 : 1);
    }
    unsealed.set(await unsealedEvents(databases));
  };
  return {
    contentType: registry.contentType,
    // Read when asked: the database knows, whichever process did the work.
    text: async () => {
      await read();
      return registry.metrics();
    },
  };
}
