import { issueToken, type Scope, verifyToken } from './token';

const config = { secret: 's'.repeat(32) };
const scopes: Scope[] = ['operator', 'national', 'association:norrviken', `association:${'a'.repeat(60)}`];

it('says who may do what, and who acts', () => {
  for (const scope of scopes) {
    expect(verifyToken(config, issueToken(config, scope))).toEqual({ scope, actor: `development:${scope}` });
  }
});

it('is the same for the same installation, and holds in no other', () => {
  expect(issueToken(config, 'operator')).toBe(issueToken(config, 'operator'));
  expect(verifyToken({ secret: 't'.repeat(32) }, issueToken(config, 'operator'))).toBeNull();
});

it('holds for nothing when a sign of it is changed', () => {
  const token = issueToken(config, 'association:norrviken');
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === '0' ? '1' : '0';
    expect(verifyToken(config, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
});

it('is not taken from one scope to another', () => {
  const [, payload, signature] = issueToken(config, 'operator').split('_') as [string, string, string];
  const [, other] = issueToken(config, 'national').split('_') as [string, string];
  expect(verifyToken(config, `fsd_${payload}_${signature}`)).not.toBeNull();
  expect(verifyToken(config, `fsd_${other}_${signature}`)).toBeNull();
});

it.each(['', 'operator', 'fsd__', 'fsd_b3BlcmF0b3I_', `fsd_b3BlcmF0b3I_${'0'.repeat(64)}`, `fsd_${'a'.repeat(2_000)}`])(
  'is not %j',
  (text) => expect(verifyToken(config, text)).toBeNull(),
);

it('tells two people of one association apart', () => {
  const who = (person: string) => verifyToken(config, issueToken(config, 'association:norrviken', person));
  expect(who('ekonom')).toEqual({
    scope: 'association:norrviken',
    actor: 'development:association:norrviken:ekonom',
  });
  expect(who('chef')!.actor).not.toBe(who('ekonom')!.actor);
});
