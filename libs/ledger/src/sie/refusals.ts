// Why a SIE file is not read. Every refusal of content says on which line.
import { refusals } from '@finsam/kernel';

export const refuse = refusals({
  'sie/too-large': { status: 422, text: 'Filen är större än {megabytes} MB.' },
  'sie/not-sie': { status: 422, text: 'Filen är ingen SIE-fil: den börjar inte med en etikett.' },
  'sie/xml': { status: 422, text: 'Filen är av SIE typ 5 (XML). Exportera typ 4 i stället.' },
  'sie/unknown-type': { status: 422, text: 'Rad {line}: SIE-typen kan inte läsas här. Exportera typ 1–4.' },
  'sie/charset-unclear': {
    status: 422,
    text:
      'Teckenkoden går inte att avgöra: {cp437} tecken talar för CP437, {windows1252} för Windows-1252 och ' +
      '{utf8} för UTF-8. Ange den.',
  },
  'sie/charset-wrong': { status: 422, text: 'Filen är inte skriven i {charset}.' },
  'sie/line-too-long': { status: 422, text: 'Rad {line} är längre än 64 kB.' },
  'sie/not-a-record': { status: 422, text: 'Rad {line} börjar inte med en etikett.' },
  'sie/open-quote': { status: 422, text: 'Rad {line}: ett citattecken saknar sitt slut.' },
  'sie/stray-quote': { status: 422, text: 'Rad {line}: ett citattecken står inne i ett fält. Det skrivs \\".' },
  'sie/open-list': { status: 422, text: 'Rad {line}: en objektlista saknar sitt slut, eller börjar inte.' },
  'sie/uneven-list': { status: 422, text: 'Rad {line}: objektlistan har inte en kod till varje dimension.' },
  'sie/missing-field': { status: 422, text: 'Rad {line}: fält {field} saknas.' },
  'sie/not-an-amount': {
    status: 422,
    text: 'Rad {line}: beloppet skrivs med siffror, punkt och högst två decimaler, till exempel -1234.50.',
  },
  'sie/not-a-date': { status: 422, text: 'Rad {line}: datumet finns inte eller är inte skrivet ÅÅÅÅMMDD.' },
  'sie/not-a-period': { status: 422, text: 'Rad {line}: perioden är inte skriven ÅÅÅÅMM.' },
  'sie/not-a-number': { status: 422, text: 'Rad {line}: ett heltal är inte skrivet med siffror.' },
  'sie/not-an-account': { status: 422, text: 'Rad {line}: kontot har inte fyra siffror.' },
  'sie/open-voucher': { status: 422, text: 'Rad {line}: verifikationens rader saknar sin klammer.' },
  'sie/row-outside-voucher': { status: 422, text: 'Rad {line}: en konteringsrad står utanför en verifikation.' },
  'sie/unbalanced-voucher': {
    status: 422,
    text: 'Rad {line}: verifikationens debet och kredit skiljer {differenceOre} öre.',
  },
  'sie/voucher-too-large': { status: 422, text: 'Rad {line}: verifikationen har fler än {most} rader.' },
  'sie/too-many': { status: 422, text: 'Rad {line}: filen har fler än {most} poster av det här slaget.' },
  'sie/amounts-too-large': { status: 422, text: 'Rad {line}: verifikationens belopp är tillsammans för stora.' },
  'sie/number-twice': {
    status: 422,
    text: 'Rad {line}: verifikation {series} {number} står två gånger i filen, först på rad {first}.',
  },
  'sie/balance-twice': { status: 422, text: 'Rad {line}: samma saldo står två gånger, först på rad {first}.' },
  'sie/wrong-checksum': {
    status: 422,
    text: 'Rad {line}: kontrollsumman stämmer inte. Filen har ändrats eller kapats.',
  },
  'sie/other-currency': { status: 422, text: 'Rad {line}: filen är i {currency}. Bara SEK läses.' },
  'sie/other-year': {
    status: 422,
    text: 'Filen gäller räkenskapsåret {from}–{to}, inte kalenderåret {year}.',
  },
  'sie/no-year': { status: 422, text: 'Filen säger inte vilket räkenskapsår den gäller (#RAR 0).' },
});
