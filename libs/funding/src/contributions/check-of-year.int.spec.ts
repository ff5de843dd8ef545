import { associationDeciders, associationsGroup, JoinMember, RegisterAssociation } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import { CommandRunner, withView } from '@finsam/platform';
import { testDatabase } from '@finsam/platform/testing';
import { fundingDeciders, fundingGroup } from '../room';
import { AgreeSplit } from '../split/split.decider';
import { agreeAll, day, decided, promised, send } from '../testing';
import { checkOfYear } from './check-of-year';

jest.setTimeout(60_000);

const groups = [associationsGroup, fundingGroup];
const deciders = [...associationDeciders, ...fundingDeciders];
const catalogue = deciders.flatMap(({ events }) => events);

it('is of those who pay by the end of the year, by the split that holds then, and of what is proposed', async () => {
  const db = await testDatabase(groups);
  try {
    const association = await db.register('kontroll');
    const commands = new CommandRunner(db.store, deciders);
    const join = (memberId: string, kind: 'stat' | 'region' | 'kommun', from = '2020-01-01', pays = true) =>
      JoinMember({ memberId, name: memberId, kind, from: day(from), pays });
    const split = (from: number, osterby: number, vasterby: number) =>
      AgreeSplit({
        from,
        method: 'invanare',
        parts: [
          { memberId: 'osterby', inhabitants: osterby },
          { memberId: 'vasterby', inhabitants: vasterby },
        ],
        roundingOre: 100,
        decision: decided('2023-11-24'),
        facts: { kommuner: ['osterby', 'vasterby'] },
      });
    const members = ['staten', 'region', 'osterby', 'vasterby'];
    const agreement = agreeAll(members.map((member, i) => promised(member, [400, 200, 150, 50][i]! * 100)));
    const first = await send(
      commands,
      association,
      RegisterAssociation({ slug: 'kontroll', name: 'Kontroll' }),
      join('staten', 'stat'),
      join('af', 'stat', '2020-01-01', false),
      join('region', 'region'),
      join('osterby', 'kommun'),
      join('vasterby', 'kommun'),
      join('norrby', 'kommun', '2025-01-01'),
      split(2023, 3, 1),
      { ...agreement, data: { ...agreement.data, facts: { members } } },
    );
    await send(commands, association, split(2025, 1, 1), split(2024, 1, 1));
    await db.project(association, catalogue);
    const check = (at: number | undefined, year: number, proposed?: Parameters<typeof checkOfYear>[2]) =>
      withView(db.databases.association(association), groups, at === undefined ? {} : { at }, (view) =>
        checkOfYear(view, year, proposed),
      );
    const kommuner = ({ parts }: Awaited<ReturnType<typeof check>>) =>
      parts[2]!.members.map(({ memberId, differenceKronor }) => [memberId, differenceKronor]);
    const asAgreed = await check(first, 2024);
    expect(asAgreed.parts.map(({ verdict }) => verdict)).toEqual(['follows', 'follows', 'follows']);
    expect(kommuner(asAgreed)).toEqual([
      ['osterby', 0],
      ['vasterby', 0],
    ]);
    expect(kommuner(await check(undefined, 2024))).toEqual([
      ['osterby', 50],
      ['vasterby', -50],
    ]);
    const proposed = await check(first, 2024, [{ memberId: 'vasterby', amountOre: ore(90_00) }]);
    expect(proposed.parts[2]).toMatchObject({ differenceKronor: 40, verdict: 'deviates' });
    const later = await check(undefined, 2025);
    expect(later.parts[2]!.members.map(({ memberId }) => memberId)).toEqual(['norrby', 'osterby', 'vasterby']);
    expect(later.parts.map(({ verdict }) => verdict)).toEqual(['missing', 'missing', 'missing']);
  } finally {
    await db.close();
  }
});
