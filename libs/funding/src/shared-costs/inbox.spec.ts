import { deciderSpec, projectionSpec, recorded } from '@finsam/kernel/testing';
import { decided } from '../testing';
import { inboxDecider, ReceiveSharedCostBasis } from './inbox.decider';
import { SharedCostBasisReceived } from './inbox.events';
import { handedOverBases, sharedCostAgreements, sharedCostsInvoiced } from './shared-costs.projection';
import { agreement, basis, hasEnded, months, wasAgreed, wasInvoiced } from './testing';

const { given } = deciderSpec(inboxDecider);
const sha256 = 'a'.repeat(64);
const rows = { chef: months([1_000, 350]), administration: months([400, 200]) };
const content = basis('basis-1', '2024-01', '2024-01', 550, rows);
const asked = {
  agreementId: 'chef-fran-vatterbygden',
  sender: 'vatterbygden',
  basisId: 'basis-1',
  sha256,
  decision: decided('2024-06-14'),
};
const facts = { handedOver: { sha256, basis: content }, buysFrom: 'vatterbygden' };
type Asked = Parameters<typeof ReceiveSharedCostBasis>[0];
const receive = (changes: Partial<Asked> = {}) => ReceiveSharedCostBasis({ ...asked, facts, ...changes });
const { basisId: _, ...rest } = asked;
const received = SharedCostBasisReceived({ ...rest, basis: content });

describe('a basis that another has handed over', () => {
  it('is received once, as a copy, by a decision', () => {
    given().when(receive()).then(received);
    given(received).when(receive()).thenNothing();
    given(received)
      .when(receive({ decision: decided('2024-06-15') }))
      .thenRefused('funding/basis-received');
  });

  it('is received again when the sender has nothing there any more: it is ours', () => {
    given(received)
      .when(receive({ facts: { ...facts, handedOver: null } }))
      .thenNothing();
  });

  it('is what somebody has looked at, and has been handed to us', () => {
    given()
      .when(receive({ sha256: 'b'.repeat(64) }))
      .thenRefused('funding/basis-not-as-sent');
    given()
      .when(receive({ facts: { ...facts, handedOver: null } }))
      .thenRefused('funding/no-such-basis');
  });

  it('comes under an agreement to buy from the one who sent it', () => {
    for (const buysFrom of [null, 'enkoping']) {
      given()
        .when(receive({ facts: { ...facts, buysFrom } }))
        .thenRefused('funding/no-agreement-to-buy');
    }
  });
});

describe('what is known of shared costs', () => {
  const row = { agreement_id: 'kansli-finnveden', partner: 'finnveden', direction: 'sells', from_month: '2024-01' };

  it('is each agreement as it stands', () => {
    projectionSpec(sharedCostAgreements)
      .given(wasAgreed(), hasEnded('2024-06'))
      .then({ ...row, to_month: '2024-06', parts: agreement.parts });
    projectionSpec(sharedCostAgreements)
      .given(wasAgreed())
      .then({ ...row, to_month: null, parts: agreement.parts });
  });

  it('is each row that was invoiced, by us or to us', () => {
    const invoiced = { basis_id: 'basis-1', month: '2024-01' };
    const both = (agreement_id: string) => [
      { ...invoiced, agreement_id, part: 'chef', base_ore: 1_000, share_ore: 350 },
      { ...invoiced, agreement_id, part: 'administration', base_ore: 400, share_ore: 200 },
    ];
    projectionSpec(sharedCostsInvoiced)
      .given(wasInvoiced('basis-1', '2024-01', '2024-01', 550, rows), received)
      .then(...both('kansli-finnveden'), ...both('chef-fran-vatterbygden'));
  });
});

it('hands a copy to the buyer, without what is only the seller’s own', () => {
  const messagesOf = (event: ReturnType<typeof wasInvoiced>) => handedOverBases.messages(recorded([event])[0]!);
  expect(messagesOf(wasInvoiced('basis-1', '2024-01', '2024-01', 550, rows))).toEqual([
    { receiver: { slug: 'finnveden' }, kind: 'shared-cost-basis', key: 'basis-1', body: content },
  ]);
});
