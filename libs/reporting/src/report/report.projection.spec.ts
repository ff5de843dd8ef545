import { projectionSpec, recorded } from '@finsam/kernel/testing';
import { publishedReports, reports } from './report.projection';
import { adopted, hash, made, published } from './testing';

const { given } = projectionSpec(reports);
const row = { report_id: 'report-1', status: 'adopted', sha256: hash('a') };

it('tells of each report whether it is adopted or published', () => {
  given(adopted()).then(row);
  given(adopted(), adopted(hash('b'), 'report-2'), made()).then(
    { ...row, status: 'published' },
    { ...row, report_id: 'report-2', sha256: hash('b') },
  );
});

describe('what the nation is given', () => {
  const messages = (of = published()) => publishedReports.messages(recorded([made(of)])[0]!);

  it('is what was published, and nothing else of the report', () => {
    expect(messages()).toEqual([
      {
        receiver: 'national',
        kind: 'published-figures',
        key: 'delarsrapport 2024-01-01..2024-06-30',
        body: published(),
      },
    ]);
    expect(publishedReports.events.map(({ type }) => type)).toEqual(['ReportPublished']);
  });

  it('takes the place of what was given for the same days, however the period was written', () => {
    const key = (period: string, type = 'delarsrapport') => messages(published({ type }, period))[0]!.key;
    expect(key('2024-01-01..2024-06-30')).toBe(key('2024-H1'));
    expect(key('2024-01-01..2024-08-31')).not.toBe(key('2024-H1'));
    expect(key('2023-H1')).not.toBe(key('2024-H1'));
    expect(key('2024-H1', 'arsredovisning')).not.toBe(key('2024-H1'));
  });
});
