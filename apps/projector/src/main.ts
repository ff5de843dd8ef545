// Runs the projector alone, against a given database: how it runs in a container.
import { runProcess } from '@finsam/assembly';
import { startProjector } from './start-projector';

void runProcess('projector', async (installation, logger) => {
  const projector = await startProjector(installation, logger);
  return () => projector.stop();
});
