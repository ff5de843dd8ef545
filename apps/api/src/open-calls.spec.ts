import { networkOf, OpenCalls } from './open-calls';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ code, status, details }: { code: string; status: number; details: object }) => [code, status, details],
  );

describe('calls that need no token', () => {
  it('are so many a minute from one address, and the next is told when to come back', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    try {
      const calls = new OpenCalls(3);
      for (let n = 0; n < 3; n++) expect(await codeOf(calls.take('192.0.2.1'))).toBe('taken');
      const refused = ['http/too-many-calls', 429, { retryAfterSeconds: 60 }];
      expect(await codeOf(calls.take('192.0.2.1'))).toEqual(refused);
      expect(await codeOf(calls.take('192.0.2.2'))).toBe('taken');
      jest.advanceTimersByTime(59_000);
      expect(await codeOf(calls.take('192.0.2.1'))).toEqual(['http/too-many-calls', 429, { retryAfterSeconds: 1 }]);
      jest.advanceTimersByTime(1_001);
      expect(await codeOf(calls.take('192.0.2.1'))).toBe('taken');
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:DB8:0:0:ffff::', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('from %s are counted as of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
