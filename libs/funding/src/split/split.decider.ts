// How the kommuner share their quarter: by inhabitants, or in parts that they have agreed on.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { z } from 'zod';
import { type Split, type SplitEvent, splitEvents, splitSchema } from './split.events';

export const AgreeSplit = defineCommand(
  'AgreeSplit',
  // `facts`: the kommuner that pay, read by the edge from the association's own stream.
  splitSchema.extend({ facts: z.strictObject({ kommuner: z.array(codeSchema) }) }),
);
type SplitCommand = CommandsOf<readonly [typeof AgreeSplit]>;

const refuse = refusals({
  'funding/not-a-kommun': { status: 422, text: '{member} är inte en betalande kommun i förbundet.' },
  'funding/kommun-twice': { status: 422, text: '{member} står två gånger.' },
  'funding/kommun-missing': {
    status: 422,
    text: 'Fördelningen saknar {member}. Alla betalande kommuner ska vara med.',
  },
  'funding/split-without-part': {
    status: 422,
    text: 'Ange antal invånare för varje kommun när metoden är invanare, och andelar när den är avtal.',
  },
  'funding/split-not-whole': {
    status: 422,
    text: 'Andelarna ska tillsammans vara 100 %; de är {shareBasisPoints} hundradels procent.',
  },
});

/** The latest split from each year, as canonical JSON. */
type Splits = Map<number, string>;

export const splitDecider: Decider<Splits, SplitCommand, SplitEvent> = {
  name: 'funding/split',
  commands: [AgreeSplit],
  events: splitEvents,
  stream: () => 'contribution-split',
  initialState: () => new Map(),
  evolve: (state, { data }) => state.set(data.from, canonicalJson(data)),
  decide: ({ data: { facts, ...split } }, state) => {
    checkParts(split, facts.kommuner);
    return state.get(split.from) === canonicalJson(split) ? [] : [{ type: 'SplitAgreed', data: split }];
  },
};

function checkParts({ method, parts }: Split, kommuner: readonly string[]): void {
  const [asked, other] = (
    method === 'invanare' ? ['inhabitants', 'shareBasisPoints'] : ['shareBasisPoints', 'inhabitants']
  ) as ['inhabitants' | 'shareBasisPoints', 'inhabitants' | 'shareBasisPoints'];
  const seen = new Set<string>();
  parts.forEach((part, index) => {
    const { memberId: member } = part;
    const pointer = `/parts/${index}`;
    if (!kommuner.includes(member)) throw refuse('funding/not-a-kommun', { member, pointer: `${pointer}/memberId` });
    if (seen.has(member)) throw refuse('funding/kommun-twice', { member, pointer: `${pointer}/memberId` });
    seen.add(member);
    if (part[asked] === undefined) throw refuse('funding/split-without-part', { pointer: `${pointer}/${asked}` });
    if (part[other] !== undefined) throw refuse('funding/split-without-part', { pointer: `${pointer}/${other}` });
  });
  const missing = kommuner.find((member) => !seen.has(member));
  if (missing !== undefined) throw refuse('funding/kommun-missing', { member: missing, pointer: '/parts' });
  if (method === 'invanare') return;
  const shareBasisPoints = parts.reduce((sum, part) => sum + part.shareBasisPoints!, 0);
  if (shareBasisPoints !== 10_000) throw refuse('funding/split-not-whole', { shareBasisPoints, pointer: '/parts' });
}
