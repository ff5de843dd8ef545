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
  'ledger/not-imported-books': { status: 409, text: 'Bokföringen för {year} förs här, så ingen fil läses in.' },
  'ledger/file-known': { status: 409, text: 'Filen är redan inläst, som {importId}.' },
  'ledger/takes-vouchers': {
    status: 409,
    text: 'Räkenskapsåret {year} läses in med verifikationer. Saldon tas inte emot i samma år.',
  },
  'ledger/takes-balances': {
    status: 409,
    text: 'Räkenskapsåret {year} läses in som saldon. Verifikationer tas inte emot i samma år.',
  },
  'ledger/import-in-locked-period': {
    status: 409,
    text: 'Till och med månad {month} är året låst, och filen har {count} nya poster där: {list}.',
  },
  'ledger/no-such-conflict': { status: 404, text: 'Verifikation {series} {number} har ingen avvikelse att avgöra.' },
  'ledger/other-conflict': {
    status: 409,
    text: 'En nyare fil har ett annat innehåll för verifikation {series} {number}. Avgör det i stället.',
  },
  'ledger/own-books': {
    status: 409,
    text: 'Bokföringen för {year} förs här, så det finns inga importerade verifikationer att hänföra.',
  },
  'ledger/period-locked': {
    status: 409,
    text: 'Perioden {month} är låst. Lås upp den med ett beslut, eller bokför i en öppen period.',
  },
  'ledger/date-to-come': { status: 422, text: 'Datumet {date} har inte varit än.' },
  'ledger/no-previous-year': { status: 404, text: 'Räkenskapsåret {year} finns inte här.' },
  'ledger/opening-preliminary': {
    status: 409,
    text: 'De ingående balanserna för {year} är preliminära. Stäng {before} och för över balanserna först.',
  },
  'ledger/opening-differs': {
    status: 422,
    text: 'De ingående balanserna avviker från utgången av {before}: {account} med {differenceOre} öre.',
  },
  'ledger/not-an-equity-account': { status: 422, text: 'Konto {account} hör inte till eget kapital (kontogrupp 20).' },
  'ledger/inactive-account': { status: 422, text: 'Konto {account} används inte {date}.' },
  'ledger/inactive-activity': { status: 422, text: 'Verksamheten {activity} används inte {date}.' },
  'ledger/unknown-code': { status: 422, text: 'Koden {code} finns inte i registret för {dimension}.' },
  'ledger/inactive-code': { status: 422, text: 'Koden {code} i {dimension} används inte {date}.' },
  'ledger/code-twice': { status: 422, text: 'Koden {code} står två gånger.' },
  'ledger/ends-before-it-begins': { status: 422, text: 'Sista dagen ligger före den första.' },
  'ledger/item-taken': { status: 409, text: 'Det finns redan en öppen post som heter {item}.' },
  'ledger/no-such-claim': { status: 422, text: 'Medlemmen har ingen öppen fordran som heter {item}.' },
  'ledger/no-such-item': { status: 404, text: 'Det finns ingen öppen post som heter {item}.' },
  'ledger/more-than-left': { status: 422, text: 'Av {item} återstår {leftOre} öre.' },
  'ledger/account-needed': {
    status: 422,
    text: 'Posten {item} kommer från ett tidigare år. Ange vilket resultatkonto den ska föras till.',
  },
  'ledger/activity-needed': {
    status: 422,
    text: 'Posten {item} kommer från ett tidigare år. Ange vilken verksamhet den hör till.',
  },
  'ledger/own-voucher': { status: 403, text: 'Den som har bokfört en verifikation kan inte själv attestera den.' },
  'ledger/correct-in-its-year': { status: 409, text: 'Räkenskapsåret {year} är öppet. Rätta verifikationen där.' },
  'ledger/no-such-row': { status: 422, text: 'Verifikationen har ingen rad {row}.' },
  'ledger/row-twice': { status: 422, text: 'Raden {row} står två gånger.' },
  'ledger/row-needed': {
    status: 422,
    text: 'Verifikationen har {rows} rader som kan vara bidraget. Ange vilken med row.',
  },
  'ledger/linked-already': { status: 409, text: 'Raden {row} är redan hänförd till ett bidrag.' },
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
