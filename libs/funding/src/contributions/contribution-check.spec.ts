import type { MemberKind } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import type { AgreedSplit } from '../split/split.projection';
import { contributionCheck } from './contribution-check';

const kr = (amount: number) => ore(amount * 100);
const member = (memberId: string, kind: MemberKind) => ({ memberId, name: memberId, kind });
const members = [
  member('staten', 'stat'),
  member('region', 'region'),
  ...['habo', 'jonkoping', 'mullsjo', 'vaggeryd'].map((code) => member(code, 'kommun')),
];
const agreements = (...kronor: (number | null)[]) =>
  kronor.flatMap((amount, i) => (amount === null ? [] : [{ memberId: members[i]!.memberId, amountOre: kr(amount) }]));

// The parts of Budget 2021 in Verksamhetsplan 2022, Södra Vätterbygden: what the increases of later years go out from.
const split: AgreedSplit = {
  from: 2021,
  method: 'avtal',
  parts: [130, 1_480, 78, 149].map((weight, i) => ({ memberId: members[i + 2]!.memberId, weight })),
  roundingOre: 100_000,
};
const told = ({ parts }: ReturnType<typeof contributionCheck>) =>
  parts.map(({ part, differenceKronor, verdict }) => [part, differenceKronor, verdict]);

describe('the law’s shares of what is agreed', () => {
  it('hold in Budget 2022: the kommuner are 500 kronor over, within their rounding', () => {
    const check = contributionCheck(
      members,
      agreements(4_041_000, 2_020_500, 143_000, 1_628_000, 86_000, 164_000),
      split,
    );
    expect(told(check)).toEqual([
      ['stat', 0, 'follows'],
      ['region', 0, 'follows'],
      ['kommun', 500, 'follows'],
    ]);
    expect(check.parts[2]!.toleranceOre).toBe(kr(2_000));
    expect(check.parts[2]!.members.map(({ differenceKronor, verdict }) => [differenceKronor, verdict])).toEqual([
      [14, 'follows'],
      [161, 'follows'],
      [208, 'follows'],
      [116, 'follows'],
    ]);
    expect(check.warnings).toEqual([]);
    expect(check.agreedOre).toBe(kr(8_082_500));
  });

  it('hold in Plan 2023: the kommuner are 1 000 kronor short, within their rounding', () => {
    const check = contributionCheck(
      members,
      agreements(4_446_000, 2_223_000, 157_000, 1_791_000, 94_000, 180_000),
      split,
    );
    expect(told(check)).toEqual([
      ['stat', 0, 'follows'],
      ['region', 0, 'follows'],
      ['kommun', -1_000, 'follows'],
    ]);
    expect(check.warnings).toEqual([]);
  });

  it('are warned about by the krona, with the paragraph, when they do not hold', () => {
    const { parts, warnings } = contributionCheck(
      members,
      agreements(4_041_000, 2_020_500, 143_000, 1_628_000, 86_000, 165_501),
      split,
    );
    expect(parts.map(({ verdict }) => verdict)).toEqual(['follows', 'follows', 'deviates']);
    expect(warnings.map(({ text }) => text)).toEqual([
      'Kommunernas bidrag avviker med 2001 kronor från sin del enligt 5 § lag (2003:1210); ' +
        'avrundningen medger 2000 kronor.',
      'vaggeryd: bidraget avviker med 1617 kronor från sin del av kommunernas fjärdedel; ' +
        'avrundningen medger 500 kronor.',
    ]);
    const region = contributionCheck(members, agreements(4_041_000, 2_020_501), null);
    expect(told(region)[1]).toEqual(['region', 1, 'deviates']);
    expect(region.warnings.map(({ rule }) => rule)).toEqual(['5 § lag (2003:1210)']);
  });

  it('are held to the last öre of the rounding', () => {
    const tight = (amount: number) =>
      contributionCheck(
        [member('staten', 'stat'), member('habo', 'kommun')],
        [
          { memberId: 'staten', amountOre: kr(200) },
          { memberId: 'habo', amountOre: ore(100_00 + amount) },
        ],
        null,
      ).parts[2]!.verdict;
    expect([tight(50), tight(-50), tight(51), tight(-51)]).toEqual(['follows', 'follows', 'deviates', 'deviates']);
  });

  it('are not told where something is not agreed: missing is not zero', () => {
    const some = contributionCheck(members, agreements(4_041_000, null, 143_000), split);
    expect(told(some)).toEqual([
      ['stat', 0, 'follows'],
      ['region', null, 'missing'],
      ['kommun', -1_877_500, 'missing'],
    ]);
    expect(some.warnings).toEqual([]);
    const none = contributionCheck(members, agreements(null, 2_020_500), split);
    expect(told(none).map(([, , verdict]) => verdict)).toEqual(['missing', 'missing', 'missing']);
    expect(contributionCheck(members, [], split).agreedOre).toBeNull();
  });

  it('are each kommun’s by inhabitants when they are split so', () => {
    const byInhabitants: AgreedSplit = {
      ...split,
      method: 'invanare',
      parts: [12_600, 145_000, 7_400, 15_000].map((weight, i) => ({ memberId: members[i + 2]!.memberId, weight })),
    };
    const { parts } = contributionCheck(members, agreements(4_041_000, 2_020_500, 141_000), byInhabitants);
    expect(parts[2]!.members[0]).toMatchObject({ expectedOre: 141_435_00, differenceKronor: -435, verdict: 'follows' });
  });

  it('are shared by regioner that are several as they agree: only their sum is held against the law', () => {
    const two = [member('staten', 'stat'), member('norra', 'region'), member('sodra', 'region')];
    const given = two.map(({ memberId }, i) => ({ memberId, amountOre: kr([400, 150, 50][i]!) }));
    const { parts } = contributionCheck(two, given, null);
    expect(parts[1]).toMatchObject({ differenceOre: 0, verdict: 'follows' });
    expect(parts[1]!.members.map(({ expectedOre }) => expectedOre)).toEqual([null, null]);
  });
});
