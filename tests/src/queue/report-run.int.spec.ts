// The same promises on both of the queue's homes. Redis is needed for its half: REDIS_SERVER_BIN names its binary.
import { lostQueueContract } from './lost-queue.contract';
import { queueInPostgres, queueInRedis, type OpenPlant, type QueueUnderTest } from './queue-under-test';
import { startRedis, type RedisServer } from './redis-server';
import { openPlant, type ReportPlant } from './report-plant';
import { reportRunContract } from './report-run.contract';

jest.setTimeout(60_000);

function queueContract(queue: QueueUnderTest): void {
  const plants: ReportPlant[] = [];
  const open: OpenPlant = async (options) => {
    const plant = await openPlant(queue.redisUrl(), options);
    plants.push(plant);
    return plant;
  };
  afterEach(async () => {
    for (const plant of plants.splice(0)) await plant.close();
  });
  lostQueueContract(queue, open);
  reportRunContract(open);
}

describe('a report run, with the queue in PostgreSQL', () => {
  queueContract(queueInPostgres);
});

const binary = process.env['REDIS_SERVER_BIN'];
const onRedis = binary ? describe : describe.skip;
onRedis('a report run, with the queue in Redis (left out unless REDIS_SERVER_BIN names a redis-server)', () => {
  let server: RedisServer;
  beforeEach(async () => (server = await startRedis(binary!)));
  queueContract(queueInRedis(() => server));
  afterEach(() => server.remove());
});
