import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { decided } from '../testing';
import { AgreeSplit, splitDecider } from './split.decider';
import { type Split, SplitAgreed } from './split.events';
import { splits } from './split.projection';

const { given } = deciderSpec(splitDecider);
const facts = { kommuner: ['habo', 'mullsjo'] };
const byInhabitants: Split = {
  from: 2022,
  method: 'invanare',
  parts: [
    { memberId: 'habo', inhabitants: 12_600 },
    { memberId: 'mullsjo', inhabitants: 7_400 },
  ],
  roundingOre: 100_000,
  decision: decided('2021-11-24'),
};
const byAgreement: Split = {
  ...byInhabitants,
  method: 'avtal',
  parts: [
    { memberId: 'habo', shareBasisPoints: 6_300 },
    { memberId: 'mullsjo', shareBasisPoints: 3_700 },
  ],
};
const agree = (split: Split, changes: Partial<Split> = {}) => AgreeSplit({ ...split, ...changes, facts });

it('is agreed by inhabitants or in parts, and holds from a year on', () => {
  given().when(agree(byInhabitants)).then(SplitAgreed(byInhabitants));
  given(SplitAgreed(byInhabitants)).when(agree(byAgreement)).then(SplitAgreed(byAgreement));
  given(SplitAgreed(byInhabitants), SplitAgreed({ ...byAgreement, from: 2024 }))
    .when(agree(byInhabitants))
    .thenNothing();
});

it('is of all kommuner that pay, each once, and of nobody else', () => {
  const pointerOf = (split: Split) => {
    try {
      splitDecider.decide(agree(split), fold(splitDecider, []));
    } catch (error) {
      return [(error as DomainError).code, (error as DomainError).details.pointer];
    }
    return [];
  };
  const [habo, mullsjo] = byInhabitants.parts as [Split['parts'][0], Split['parts'][0]];
  const parts = (...list: Split['parts']) => pointerOf({ ...byInhabitants, parts: list });
  expect(parts(habo)).toEqual(['funding/kommun-missing', '/parts']);
  expect(parts(habo, mullsjo, habo)).toEqual(['funding/kommun-twice', '/parts/2/memberId']);
  expect(parts(habo, { memberId: 'region', inhabitants: 1 })).toEqual(['funding/not-a-kommun', '/parts/1/memberId']);
  expect(parts(habo, { memberId: 'mullsjo' })).toEqual(['funding/split-without-part', '/parts/1/inhabitants']);
  expect(parts(habo, { ...mullsjo, shareBasisPoints: 1 })).toEqual([
    'funding/split-without-part',
    '/parts/1/shareBasisPoints',
  ]);
});

it('is the whole of the quarter when it is agreed in parts', () => {
  const parts = byAgreement.parts.map((part) => ({ ...part, shareBasisPoints: 4_999 }));
  given().when(agree(byAgreement, { parts })).thenRefused('funding/split-not-whole');
});

it('is known by year, with what the quarter is shared in proportion to', () => {
  const row = { from_year: 2022, method: 'invanare', rounding_ore: 100_000 };
  const weights = (habo: number, mullsjo: number) => [
    { memberId: 'habo', weight: habo },
    { memberId: 'mullsjo', weight: mullsjo },
  ];
  projectionSpec(splits)
    .given(SplitAgreed(byInhabitants), SplitAgreed({ ...byAgreement, from: 2024 }))
    .then(
      { ...row, parts: weights(12_600, 7_400) },
      { ...row, from_year: 2024, method: 'avtal', parts: weights(6_300, 3_700) },
    );
});
