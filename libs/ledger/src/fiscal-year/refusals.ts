// Why a fiscal year says no, in the words the ekonom reads.
import { refusals } from '@finsam/kernel';

export const refuse = refusals({
  'ledger/no-such-year': { status: 404, text: 'Räkenskapsåret {year} är inte öppnat.' },
  'ledger/year-already-open': { status: 409, text: 'Räkenskapsåret {year} är redan öppnat, med bokföringen {books}.' },
  'ledger/year-closed': { status: 409, text: 'Räkenskapsåret {year} är stängt. Rätta i ett öppet år.' },
  'ledger/imported-books': {
    status: 409,
    text: 'Bokföringen för {year} importeras från ett annat system, så här kan inget bokföras direkt.',
  },
  'ledger/unknown-account': { status: 422, text: 'Konto {account} finns inte i kontoplanen för {year}.' },
  'ledger/unknown-activity': { status: 422, text: 'Verksamheten {activity} finns inte för {year}.' },
  'ledger/unknown-member': { status: 422, text: '{member} är inte medlem i förbundet.' },
  'ledger/date-outside-year': { status: 422, text: 'Datumet {date} ligger utanför räkenskapsåret {year}.' },
  'ledger/unbalanced-voucher': {
    status: 422,
    text: 'Debet och kredit är inte lika: skillnaden är {differenceOre} öre.',
  },
  'ledger/unbalanced-opening': {
    status: 422,
    text: 'De ingående balanserna går inte ihop: tillgångar minus skulder och eget kapital är {differenceOre} öre.',
  },
  'ledger/not-a-balance-account': { status: 422, text: 'Konto {account} är inget balanskonto (klass 1 eller 2).' },
  'ledger/account-twice': { status: 422, text: 'Konto {account} står två gånger.' },
  'ledger/activity-twice': { status: 422, text: 'Verksamheten {activity} står två gånger.' },
  'ledger/too-large': { status: 422, text: 'Räkenskapsåret {year} rymmer inte så stora belopp.' },
  'ledger/opening-balances-set': { status: 409, text: 'De ingående balanserna för {year} är redan satta.' },
  'ledger/voucher-id-taken': { status: 409, text: 'Det finns redan en annan verifikation med detta id.' },
  'ledger/no-such-voucher': { status: 404, text: 'Verifikationen finns inte i räkenskapsåret {year}.' },
  'ledger/already-corrected': { status: 409, text: 'Verifikationen är redan rättad av verifikation {by}.' },
  'ledger/correction-before-original': {
    status: 422,
    text: 'Rättelsen kan inte dateras före den verifikation som rättas ({date}).',
  },
});
