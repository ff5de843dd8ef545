// Tells all processes that a log has grown: one connection, at most one NOTIFY every 20 ms, never inside an append.
// After a quiet spell the first one is told at once.
import { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { failpoint } from '../config/failpoint';

const CHANNEL = 'finsam_log';
const QUIET_MS = 20;
const RECONNECT_MS = 500;

export class LogSignal {
  private readonly listeners = new Set<(owner: number) => void>();
  private readonly touched = new Set<number>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  private stopped = false;
  private interrupted = false;
  private toldAt = -Infinity;

  /** `url`: the dispatcher's address. `onError` hears of lost connections; they heal by themselves. */
  constructor(
    private readonly url: string,
    private readonly onError: (error: Error) => void = () => undefined,
  ) {}

  /** Starts listening to other processes. Without it, only this process's own appends are heard of. */
  async start(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'finsam signal', keepAlive: true });
    client.on('notification', ({ payload }) => this.hear((payload ?? '').split(',').map(Number)));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('signal connection ended')));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    if (this.stopped) return client.end();
    this.client = client;
    // Whatever happened while nobody listened: a hint to all who poll to look now.
    if (this.interrupted) this.hear([0]);
    this.interrupted = false;
  }

  listen(listener: (owner: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Called after each append. Hears it here at once, and tells the others within 20 ms. */
  appended(owner: number): void {
    this.hear([owner]);
    this.touched.add(owner);
    this.timer ??= setTimeout(() => void this.flush(), Math.max(0, this.toldAt + QUIET_MS - performance.now()));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.flush();
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private hear(owners: readonly number[]): void {
    for (const owner of owners) for (const listener of this.listeners) listener(owner);
  }

  /** One telling after the other, so that whoever waits for the last has waited for all. */
  private flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return (this.telling = this.telling.then(() => this.tell()));
  }

  private async tell(): Promise<void> {
    if (!this.client || this.touched.size === 0) return;
    this.toldAt = performance.now();
    failpoint('append-unannounced');
    // A payload holds at most 8,000 bytes; 1,000 numbers of four digits fit.
    const owners = [...this.touched].slice(0, 1_000);
    for (const owner of owners) this.touched.delete(owner);
    await this.client
      .query('select pg_notify($1, $2)', [CHANNEL, owners.join(',')])
      .catch((error: Error) => this.onError(error));
    if (this.touched.size > 0) this.timer ??= setTimeout(() => void this.flush(), QUIET_MS);
  }

  private lost(client: Client, error: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    this.interrupted = true;
    this.onError(error);
    void this.reconnect();
  }

  private async reconnect(): Promise<void> {
    while (!this.stopped && !this.client) {
      await delay(RECONNECT_MS);
      await this.start().catch((error: Error) => this.onError(error));
    }
  }
}
