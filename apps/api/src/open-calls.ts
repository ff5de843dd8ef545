// How often somebody whom nobody knows may call: so many times a minute from one address, counted in this process.
import { isIPv6 } from 'node:net';
import { invariant } from '@finsam/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from './request';

const WINDOW_SECONDS = 60;

export class OpenCalls {
  private readonly limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS });
  }

  /** Counts one call. Throws a refusal that says when to come back. */
  async take(address: string | undefined): Promise<void> {
    try {
      await this.limiter.consume(networkOf(address ?? ''));
    } catch (error) {
      invariant(error instanceof RateLimiterRes, 'counting in memory fails only when there are too many');
      const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      throw refuse('http/too-many-calls', { retryAfterSeconds });
    }
  }
}

/** Who has one IPv6 address has 2^64 of them: they are counted as one. */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => '0');
  const all = [...groups, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${all.slice(0, 4).join(':')}::/64`;
}
