import { fold } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { adopted, codes, list, reasons } from '../testing';
import { AdoptExitReasons, exitReasonCodes, exitReasonsDecider } from './exit-reasons.decider';
import { ExitReasonsAdopted } from './exit-reasons.events';
import { exitReasons } from './exit-reasons.projection';

const { given } = deciderSpec(exitReasonsDecider);
const [arbete, studier, sjukdom, ovrigt] = reasons as [(typeof reasons)[0], ...typeof reasons] & typeof reasons;
const shorter = {
  ...list,
  reasons: [
    { code: 'arbete-eller-studier', label: 'Arbete eller studier', national: 'arbete-eller-studier' as const },
    { ...ovrigt!, label: 'Annat' },
  ],
};

describe('adopting exit reasons', () => {
  it('happens once', () => {
    given().when(AdoptExitReasons(list)).then(adopted);
    given(adopted).when(AdoptExitReasons(list)).thenNothing();
  });

  it('replaces the whole list', () => {
    given(adopted).when(AdoptExitReasons(shorter)).then(ExitReasonsAdopted(shorter));
    const codesAfter = (...events: Parameters<typeof given>) => exitReasonCodes(fold(exitReasonsDecider, events));
    expect(codesAfter()).toEqual([]);
    expect(codesAfter(adopted)).toEqual(codes);
    expect(codesAfter(adopted, ExitReasonsAdopted(shorter))).toEqual(['arbete-eller-studier', 'ovrigt']);
  });

  it('may bring an old list back', () => {
    given(adopted, ExitReasonsAdopted(shorter)).when(AdoptExitReasons(list)).then(adopted);
  });

  it('refuses a code that stands twice, whatever its label', () => {
    const twice = { ...list, reasons: [...list.reasons, { ...arbete, label: 'Arbete utan stöd' }] };
    given().when(AdoptExitReasons(twice)).thenRefused('insatser/exit-reason-repeated');
  });

  it('refuses an empty list and a category that is not national', () => {
    expect(AdoptExitReasons.schema.safeParse({ ...list, reasons: [] }).success).toBe(false);
    const local = { ...list, reasons: [{ ...arbete, national: 'aktivt-arbetssokande' }] };
    expect(AdoptExitReasons.schema.safeParse(local).success).toBe(false);
  });
});

describe('the lists', () => {
  it('are the one in force and what was in force before, as last worded', () => {
    projectionSpec(exitReasons).given(adopted).then({ reasons, former: [] });
    projectionSpec(exitReasons)
      .given(adopted, ExitReasonsAdopted(shorter))
      .then({ reasons: shorter.reasons, former: [arbete, studier, sjukdom] });
  });

  it('remember what was dropped long ago', () => {
    const one = { code: 'flytt', label: 'Flytt', national: 'ovrigt' as const };
    projectionSpec(exitReasons)
      .given(adopted, ExitReasonsAdopted(shorter), ExitReasonsAdopted({ ...list, reasons: [one] }))
      .then({ reasons: [one], former: [arbete, studier, sjukdom, ...shorter.reasons] });
  });

  it('hold a reason once when it comes back', () => {
    projectionSpec(exitReasons)
      .given(adopted, ExitReasonsAdopted(shorter), adopted)
      .then({ reasons, former: [shorter.reasons[0]] });
    projectionSpec(exitReasons)
      .given(adopted, ExitReasonsAdopted(shorter), adopted, ExitReasonsAdopted(shorter))
      .then({ reasons: shorter.reasons, former: [arbete, studier, sjukdom] });
  });
});
