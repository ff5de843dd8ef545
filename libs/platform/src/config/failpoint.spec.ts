import { armFailpoint, failpoint, FAILPOINTS } from './failpoint';

const kill = jest.spyOn(process, 'kill').mockReturnValue(true);

beforeEach(() => kill.mockClear());
afterAll(() => {
  armFailpoint(undefined);
  kill.mockRestore();
});

it('lets every process pass unless it was started to fail', () => {
  armFailpoint(undefined);
  for (const name of Object.values(FAILPOINTS).flat()) failpoint(name);
  expect(kill).not.toHaveBeenCalled();
});

it('kills the process itself, at the passage that was asked for and at no other place', () => {
  armFailpoint('append-unsent:3');
  for (let i = 0; i < 5; i++) failpoint('append-unanswered');
  failpoint('append-unsent');
  failpoint('append-unsent');
  expect(kill).not.toHaveBeenCalled();
  failpoint('append-unsent');
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
});

it.each(['append-unsent', 'append-unsent:0', 'append-unsent:x', 'append-unset:1', 'toString:1'])(
  'refuses %j, which would never come by',
  (given) => expect(() => armFailpoint(given)).toThrow(/FINSAM_FAILPOINT/),
);
