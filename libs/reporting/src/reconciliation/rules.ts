// The rules of a reconciliation by name: how grave a finding is, and what should be so, in Swedish.

export type Severity = 'fel' | 'varning' | 'upplysning';

export interface Rule {
  readonly severity: Severity;
  readonly says: string;
}

const error = (says: string): Rule => ({ severity: 'fel', says });
const warning = (says: string): Rule => ({ severity: 'varning', says });

/** One figure against others, each with its sign. */
const LINEAR = {
  summa: error('En summa är summan av sina delar.'),
  avvikelse: error('En avvikelse är skillnaden mellan sina två kolumner.'),
  'samma-uppgift': error('Samma uppgift är lika stor överallt i rapporten.'),
  'orsaker-avslut': error('Avslutsorsakerna är lika många som avsluten.'),
  'kon-totalt': error('Könen är tillsammans totalen.'),
  'in-ut': error('Vid start plus påbörjade minus avslutade är kvar vid slutet.'),
  'not-rad': error('En nots summa är lika med raden som den hör till.'),
  balans: error('Tillgångar är lika med eget kapital och skulder, med periodens resultat.'),
  kassaflode: error('Kassaflödet är lika med förändringen i balansräkningen.'),
  'ingaende-utgaende': error('Ingående värde är lika med förra periodens utgående.'),
  finansiering: error('Staten betalar hälften, regionen och kommunerna var sin fjärdedel av det avtalade för året.'),
  'drift-resultat': error('Driftredovisningen har samma resultat som resultaträkningen.'),
  'prognos-resultat': error('Prognosens resultat är dess intäkter minus dess kostnader.'),
  'prognos-eget-kapital': error('Prognosens eget kapital är det ingående plus prognosens resultat.'),
} as const;

export type LinearRule = keyof typeof LINEAR;
export const LINEAR_RULES = Object.keys(LINEAR) as [LinearRule, ...LinearRule[]];

export const RULES = {
  ...LINEAR,
  andel: error('En angiven procent är lika med den som går att räkna fram.'),
  text: error('En uppgift i texten följer av cellerna som den bygger på.'),
  etikett: warning('En kolumns rubrik säger vad kolumnen innehåller, och ingen annan kolumn har samma.'),
  enhet: warning('En cell har den enhet som tabellen säger.'),
  omappat: error('Varje konto med saldo finns på exakt en rad.'),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
