// Gives a Jest run its own real PostgreSQL, or the one that FINSAM_TEST_DATABASE_URL names.
import { startTestCluster } from '../embedded-postgres/test-cluster';

export default async function globalSetup(): Promise<void> {
  if (process.env['FINSAM_TEST_DATABASE_URL']) return;
  const cluster = await startTestCluster();
  process.env['FINSAM_TEST_DATABASE_URL'] = cluster.url;
  (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster = () => cluster.stop();
}
