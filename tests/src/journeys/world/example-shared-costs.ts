// An office that sells a share of its costs to one neighbour, and buys from another.
import { createHash } from 'node:crypto';
import { associationId, canonicalJson } from '@finsam/kernel';
import { derivedId } from '@finsam/platform';
import { decision, type Example, keyOfNeed, type Need, otherDecision } from './example';

const NEIGHBOUR = 'grannen';
const RECEIVE = 'shared-costs.receive-basis';
const kansli = { key: 'kansli', label: 'Kansli', activities: ['kansli'], shareBasisPoints: 5_000 };
const terms = { from: '2024-01', to: '2024-12', parts: [kansli], decision };

/** What the neighbour does until its basis lies in our inbox. */
const neighbour = ([operation, body, params]: readonly [string, Need['body'], Need['params']?]): Need => ({
  operation,
  body,
  ...(params && { params }),
  ...(operation !== 'associations.register' && { as: NEIGHBOUR }),
});
const handingOver: readonly Need[] = [
  neighbour(['associations.register', { slug: NEIGHBOUR, name: 'Samordningsförbundet Grannen' }]),
  neighbour(['ledger.open-year', { year: 2024, books: 'own' }]),
  neighbour(['ledger.adopt-accounts', { accounts: [1910, 5010].map((account) => ({ account, name: 'Konto' })) }]),
  neighbour(['ledger.adopt-activities', { activities: [{ activity: 'kansli', name: 'Kansli' }] }]),
  neighbour([
    'ledger.book-cost',
    { date: '2024-01-31', text: 'Hyra', activity: 'kansli', account: 5010, against: 1910, amountOre: 1_000_00 },
  ]),
  neighbour([
    'shared-costs.agree',
    { ...terms, agreementId: 'till-exempel', partner: { slug: 'exempel' }, direction: 'sells' },
  ]),
  neighbour(['shared-costs.invoice', { through: '2024-01' }, { agreementId: 'till-exempel' }]),
];

const ourPart: Need = {
  operation: 'shared-costs.agree',
  body: { ...terms, agreementId: 'av-grannen', partner: { slug: NEIGHBOUR }, direction: 'buys' },
};

// The neighbour is the second association that is registered, so its basis is always the same.
const basisId = derivedId(associationId(2), keyOfNeed(RECEIVE, handingOver.length - 1), 'basisId');
const basis = {
  agreementId: 'till-exempel',
  basisId,
  seller: NEIGHBOUR,
  buyer: 'exempel',
  from: '2024-01',
  through: '2024-01',
  parts: [
    {
      key: 'kansli',
      label: 'Kansli',
      shareBasisPoints: 5_000,
      months: [{ month: '2024-01', baseOre: 1_000_00, shareOre: 500_00 }],
    },
  ],
  amountOre: 500_00,
};

export const exampleSharedCosts: readonly Example[] = [
  {
    operation: 'shared-costs.agree',
    body: { ...terms, agreementId: 'chef', partner: { slug: 'annorlunda' }, direction: 'sells' },
    other: { direction: 'buys' },
  },
  {
    operation: 'shared-costs.invoice',
    params: { agreementId: 'chef' },
    body: { through: '2024-05', dueOn: '2024-06-30' },
    other: { through: '2024-06' },
  },
  {
    operation: RECEIVE,
    params: { sender: NEIGHBOUR, basisId },
    body: {
      agreementId: 'av-grannen',
      sha256: createHash('sha256').update(canonicalJson(basis)).digest('hex'),
      decision,
    },
    other: otherDecision,
    needs: [...handingOver, ourPart],
  },
  {
    operation: 'shared-costs.end',
    params: { agreementId: 'chef' },
    body: { to: '2024-09', decision },
    other: otherDecision,
    last: true,
  },
];

export const readSharedCosts = {
  'shared-costs.table': { params: { agreementId: 'chef' }, query: 'period=2024-H1' },
};
