import { DomainError, invariant, refusals, unreachable } from './domain-error';

const refuse = refusals({
  'ledger/year-closed': { status: 409, text: 'Året {year} är stängt.' },
  'ledger/uneven': { status: 422, text: '{a}, {b} och {a} går inte ihop med {c}.' },
});

it('says in Swedish why, with the facts of the case', () => {
  const refusal = refuse('ledger/year-closed', { year: 2024, pointer: '/date' });
  expect(refusal).toBeInstanceOf(DomainError);
  expect(refusal).toMatchObject({
    name: 'DomainError',
    code: 'ledger/year-closed',
    status: 409,
    message: 'Året 2024 är stängt.',
    details: { year: 2024, pointer: '/date' },
  });
});

it('fills each place in the sentence, and shows where a fact is missing', () => {
  expect(refuse('ledger/uneven', { a: 'ett', b: 0 }).message).toBe('ett, 0 och ett går inte ihop med ?.');
  expect(refuse('ledger/uneven').details).toEqual({});
});

it('takes no word of a fact for a place to fill', () => {
  expect(refuse('ledger/uneven', { a: '{b}', b: '$&', c: '$1' }).message).toBe('{b}, $& och {b} går inte ihop med $1.');
});

it('stops loudly when what cannot be so is so, and never as a refusal', () => {
  expect(() => invariant(0, 'there is one')).toThrow('broken assumption: there is one');
  expect(() => invariant('x', 'there is one')).not.toThrow();
  expect(() => unreachable({ type: 'Unheard' } as never)).toThrow('broken assumption: unexpected {"type":"Unheard"}');
  const stopped = (() => {
    try {
      invariant(null, 'there is one');
    } catch (error) {
      return error;
    }
    return undefined;
  })();
  expect(stopped).toBeInstanceOf(Error);
  expect(stopped).not.toBeInstanceOf(DomainError);
});
