import { fold, month, sumOre } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import * as fc from 'fast-check';
import { decided } from '../testing';
import { AgreeSharedCosts, sharedCostsDecider } from './shared-costs.decider';
import type { SharedCostsEvent } from './shared-costs.events';
import { agreeing, agreement, ending, hasEnded, invoicing, months, sharesOf, wasAgreed, wasInvoiced } from './testing';

const { given } = deciderSpec(sharedCostsDecider);

describe('an agreement on shared costs', () => {
  it('is made once, by decision', () => {
    given().when(agreeing()).then(wasAgreed());
    given(wasAgreed()).when(agreeing()).thenNothing();
    given(wasAgreed())
      .when(agreeing({ from: month('2024-02') }))
      .thenRefused('funding/shared-costs-agreed');
  });

  it('is with another förbund, of parts that are told apart, and does not end before it begins', () => {
    given()
      .when(agreeing({ partner: { slug: 'vatterbygden' } }))
      .thenRefused('funding/shared-with-itself');
    given()
      .when(agreeing({ parts: [agreement.parts[0]!, agreement.parts[0]!] }))
      .thenRefused('funding/cost-part-twice');
    given()
      .when(agreeing({ to: month('2023-12') }))
      .thenRefused('funding/ends-before-start');
  });

  it('shares something, and no more than all of it', () => {
    const accepts = (part: object) =>
      AgreeSharedCosts.schema.safeParse({ ...agreeing().data, parts: [{ ...agreement.parts[0], ...part }] }).success;
    expect(accepts({})).toBe(true);
    for (const shareBasisPoints of [0, 10_001, 0.5, '3500']) expect(accepts({ shareBasisPoints })).toBe(false);
    expect(accepts({ accounts: [[5000, 5999]] })).toBe(true);
    for (const accounts of [[], [[5999, 5000]], [[500, 599]], [5000]]) expect(accepts({ accounts })).toBe(false);
  });

  it('ends with a month, not before what is invoiced and not after what was agreed', () => {
    given(wasAgreed()).when(ending('2024-06')).then(hasEnded('2024-06'));
    given(wasAgreed(), hasEnded('2024-06'))
      .when(ending('2024-06', decided('2024-06-14', '13')))
      .thenRefused('funding/shared-costs-ended');
    given(wasAgreed()).when(ending('2023-12')).thenRefused('funding/ends-before-start');
    given(wasAgreed({ to: month('2024-05') }))
      .when(ending('2024-06'))
      .thenRefused('funding/after-shared-costs');
    const invoiced = wasInvoiced('basis-1', '2024-01', '2024-02', 85, {
      chef: months([100, 35]),
      administration: months([100, 50]),
    });
    given(wasAgreed(), invoiced).when(ending('2024-01')).thenRefused('funding/month-invoiced');
    given(wasAgreed(), invoiced).when(ending('2024-02')).then(hasEnded('2024-02'));
    given().when(ending('2024-06')).thenRefused('funding/no-shared-costs');
  });
});

describe('an invoice basis', () => {
  const two = { chef: months([1_000, 350], [0, 0]), administration: months([400, 200], [101, 51]) };
  const three = {
    chef: months([1_000, 350], [0, 0], [2_000, 700]),
    administration: months([410, 205], [101, 51], [0, 0]),
  };
  const first = wasInvoiced('basis-1', '2024-01', '2024-02', 601, two);

  it('holds each month from the agreement’s first, with what it came to and the share', () => {
    given(wasAgreed())
      .when(invoicing('basis-1', '2024-02', two))
      .then(first);
  });

  it('goes on after the one before, and takes along what was booked late', () => {
    const second = wasInvoiced('basis-2', '2024-03', '2024-03', 705, {
      chef: three.chef.slice(2),
      administration: [{ ...three.administration[0]!, ...months([10, 5])[0] }, three.administration[2]!],
    });
    given(wasAgreed(), first)
      .when(invoicing('basis-2', '2024-03', three))
      .then(second);
  });

  it('is made once under each id', () => {
    given(wasAgreed(), first)
      .when(invoicing('basis-1', '2024-02', two))
      .thenNothing();
  });

  it('never takes a month twice', () => {
    for (const [through, part] of [
      ['2024-02', two],
      ['2024-01', { chef: two.chef.slice(0, 1), administration: two.administration.slice(0, 1) }],
    ] as const) {
      given(wasAgreed(), first)
        .when(invoicing('basis-2', through, part))
        .thenRefused('funding/month-invoiced');
    }
  });

  it('is the seller’s, of the months of the agreement, and of something', () => {
    given()
      .when(invoicing('basis-1', '2024-02', two))
      .thenRefused('funding/no-shared-costs');
    given(wasAgreed({ direction: 'buys' }))
      .when(invoicing('basis-1', '2024-02', two))
      .thenRefused('funding/not-the-seller');
    given(wasAgreed({ from: month('2024-03') }))
      .when(invoicing('basis-1', '2024-02', two))
      .thenRefused('funding/before-shared-costs');
    given(wasAgreed(), hasEnded('2024-01'))
      .when(invoicing('basis-1', '2024-02', two))
      .thenRefused('funding/after-shared-costs');
    given(wasAgreed({ from: month('2023-01') }))
      .when(invoicing('basis-1', '2024-02', two))
      .thenRefused('funding/too-many-months');
    const nothing = { chef: months([0, 0]), administration: months([1, 0]) };
    given(wasAgreed())
      .when(invoicing('basis-1', '2024-01', nothing))
      .thenRefused('funding/nothing-to-invoice');
  });

  it('rests on months that follow each other without a gap', () => {
    const gap = { chef: two.chef.slice(1), administration: two.administration };
    const decide = () =>
      sharedCostsDecider.decide(invoicing('basis-1', '2024-02', gap), fold(sharedCostsDecider, [wasAgreed()]));
    expect(decide).toThrow('chef is reckoned for each month since the start');
  });

  it('invoices each month’s latest share once, whatever is booked in between and in whatever order it is asked', () => {
    const share = fc.integer({ min: -1_000, max: 1_000 });
    const ask = fc.record({
      through: fc.integer({ min: 1, max: 6 }),
      shares: fc.array(share, { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 12 }), (asks) => {
        const past: SharedCostsEvent[] = [wasAgreed()];
        let [taken, latest] = [0, [] as number[]];
        asks.forEach(({ through, shares }, index) => {
          const part = months(...shares.slice(0, through).map((amount) => [amount * 2, amount] as const));
          const administration = part.map((one) => ({ ...one, baseOre: sumOre([]), shareOre: sumOre([]) }));
          const command = invoicing(`basis-${index}`, `2024-0${through}`, { chef: part, administration });
          try {
            past.push(...sharedCostsDecider.decide(command, fold(sharedCostsDecider, past)));
          } catch {
            return;
          }
          expect(through).toBeGreaterThan(taken);
          [taken, latest] = [through, shares.slice(0, through)];
        });
        const bases = past.flatMap((event) => (event.type === 'SharedCostsInvoiced' ? [event.data] : []));
        expect(sumOre(bases.map(({ amountOre }) => amountOre))).toBe(latest.reduce((sum, amount) => sum + amount, 0));
        for (const { amountOre, ...basis } of bases) expect(sumOre(sharesOf(basis))).toBe(amountOre);
        const ofMonth = (wanted: string) =>
          bases.flatMap(({ parts }) => parts[0]!.months.filter((one) => one.month === wanted));
        latest.forEach((amount, index) => {
          const rows = ofMonth(`2024-0${index + 1}`);
          expect(sumOre(rows.map(({ shareOre }) => shareOre))).toBe(amount);
        });
      }),
    );
  });
});
