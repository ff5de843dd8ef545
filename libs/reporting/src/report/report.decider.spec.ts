import { deciderSpec } from '@finsam/kernel/testing';
import { AdoptReport, reportDecider, reportStream } from './report.decider';
import { adopt, adopted, adoption, decided, document, hash, made, publication, publish, published } from './testing';

const { given } = deciderSpec(reportDecider);

describe('adopting a report', () => {
  it('happens once, with the hash of the document that was decided on', () => {
    given().when(adopt()).then(adopted());
    given(adopted()).when(adopt()).thenNothing();
    given(adopted(), made()).when(adopt()).thenNothing();
  });

  it('needs a finished document', () => {
    given()
      .when(adopt({ document: null }))
      .thenRefused('report/not-finished');
    given(adopted())
      .when(publish({ document: null }))
      .thenRefused('report/not-finished');
  });

  it('needs a document that was reconciled, and no error in it that nobody has accepted', () => {
    const { open: _, ...never } = document;
    const error = { rule: 'omappat', place: 'rr/konto-8310/utfall', message: 'Konto 8310 finns inte på någon rad.' };
    const wrong = { document: { ...document, open: [error, { ...error, rule: 'balans' }] } };
    given()
      .when(adopt({ document: never }))
      .thenRefused('report/never-reconciled');
    given().when(adopt(wrong)).thenRefused('report/not-reconciled');
    given(adopted()).when(publish(wrong)).thenRefused('report/not-reconciled');
    // What was decided before reports were reconciled stands, and may be made public.
    given(adopted())
      .when(adopt({ document: never }))
      .thenNothing();
    given(adopted())
      .when(publish({ document: never }))
      .then(made());
    given(adopted(), made()).when(publish(wrong)).thenNothing();
  });

  it('names every error that is open', () => {
    const open = [1, 2].map((n) => ({ rule: 'summa', place: `rr/rad-${n}/utfall`, message: `Fel ${n}.` }));
    const refusal = () =>
      reportDecider.decide(adopt({ document: { ...document, open } }), reportDecider.initialState());
    expect(refusal).toThrow('2 fel som varken är rättade eller godtagna');
    expect(refusal).toThrow(
      expect.objectContaining({
        faults: [1, 2].map((n) => ({
          pointer: '/reportId',
          text: `Fel ${n}.`,
          rule: 'summa',
          place: `rr/rad-${n}/utfall`,
        })),
      }),
    );
  });

  it('is not decided a second time', () => {
    given(adopted())
      .when(adopt({ document }, decided('33')))
      .thenRefused('report/already-adopted');
  });
});

describe('publishing a report', () => {
  it('happens once, and hands over what the document says', () => {
    given(adopted()).when(publish()).then(made());
    given(adopted(), made()).when(publish()).thenNothing();
  });

  it('comes after the report is adopted', () => {
    given().when(publish()).thenRefused('report/not-adopted');
  });

  it('is refused for any other document than the one that was adopted', () => {
    const other = { document: { ...document, sha256: hash('b') } };
    given(adopted()).when(publish(other)).thenRefused('report/not-what-was-adopted');
    given(adopted(hash('b')))
      .when(publish())
      .thenRefused('report/not-what-was-adopted');
  });

  it('is not decided a second time', () => {
    given(adopted(), made())
      .when(publish({ document }, decided('33')))
      .thenRefused('report/already-published');
  });

  it('may be decided at the same meeting as the adoption', () => {
    given(adopted())
      .when(publish({ document }, adoption))
      .then({ ...made(), data: { ...made().data, decision: adoption } });
  });
});

it('has a stream for each report', () => {
  expect(reportDecider.stream(adopt())).toBe(reportStream('report-1'));
  expect(reportStream('report-2')).toBe('report-report-2');
});

it('takes only facts of the form that the nation is given', () => {
  const accepts = (change: object, sha256: unknown = hash('a')) =>
    AdoptReport.schema.safeParse({
      reportId: 'report-1',
      decision: publication,
      facts: { document: { sha256, published: { ...published(), ...change } } },
    }).success;
  expect(accepts({})).toBe(true);
  const people = { women: 1, men: 0, unstated: 0, exits: 0, exitsByReason: { arbete: 0 } };
  expect(accepts({ participants: people })).toBe(true);
  for (const wrong of [{ women: -1 }, { women: 0.5 }, { persons: 1 }, { exitsByReason: { arbete: null } }]) {
    expect(accepts({ participants: { ...people, ...wrong } })).toBe(false);
  }
  for (const wrong of [{ figures: { income: 0.5 } }, { figures: { Income: 1 } }, { slug: 'Norr' }, { notes: 'x' }]) {
    expect(accepts(wrong)).toBe(false);
  }
  for (const sha256 of ['', hash('A'), 'a'.repeat(63), null]) expect(accepts({}, sha256)).toBe(false);
});
