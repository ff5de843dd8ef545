// Runs the api alone, against a given database: how it runs in a container.
import { runProcess } from '@finsam/assembly';
import { startApi } from './start-api';

void runProcess('api', async (installation, logger) => {
  const api = await startApi(installation, logger);
  logger.info({ url: api.url }, 'api listens');
  return () => api.close();
});
