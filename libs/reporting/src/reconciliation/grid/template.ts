// A small report to type over: every kind of line once, and figures that agree.
import { type Cell, toCsv, toXlsx } from '@finsam/platform/files';

const LINES = `
Rapport;Delårsrapport 2024-08, ett exempel att skriva över

Tabell;resultat;Resultaträkning;tkr
rad;text;summa av;roll;Utfall 2024-08;Budget 2024-08;Avvikelse
kolumn:;;;;utfall;budget;avvikelse
;Intäkter;;;4 449;4 400;49
;Kansli;;;−1 211;−1 300;89
;Insatser;;;−2 800;−3 000;200
;Kostnader;kansli..insatser;;−4 011;−4 300;289
;Periodens resultat;intakter + kostnader;resultat;438;100;338

Tabell;balans;Balansräkning;tkr
rad;text;summa av;roll;2024-08-31;2023-12-31
år:;;;;2024;2023
;Kassa och bank;;;2 880;2 300
;Summa tillgångar;kassa-och-bank;tillgångar;2 880;2 300
;Ingående eget kapital;;;1 657;1 457
;Periodens resultat;;;438;200
;Skulder;;;785;643
;Summa eget kapital och skulder;ingaende-eget-kapital..skulder;eget kapital och skulder;2 880;2 300

Tabell;deltagare;Deltagare;antal
rad;text;Kvinnor;Män;Totalt
;Avslutade;9;5;14
;Till arbete;4;2;6

Regel;avvikelse;resultat/*/avvikelse;resultat/*/utfall - resultat/*/budget
Regel;samma uppgift;balans/periodens-resultat/2024-08-31;resultat/periodens-resultat/utfall
Regel;kön totalt;deltagare/*/totalt;deltagare/*/kvinnor + deltagare/*/man

Text;Sammanfattning: andel till arbete;43;procent;deltagare/till-arbete/totalt / deltagare/avslutade/totalt
Text;Ekonomi: eget kapital;2 100;tkr;balans/ingaende-eget-kapital..periodens-resultat/2024-08-31;avrundat till: 100
Jämför;Ekonomi: kostnaderna högre än budget;resultat/kostnader/utfall;mer än;resultat/kostnader/budget
`;

export const TEMPLATE: readonly (readonly Cell[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(';').map((text): Cell => (text === '' ? { kind: 'empty' } : { kind: 'text', text })));

export const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** As many as a table may have, with what says what its rows are: all take what is typed in them as text. */
const COLUMNS = 45;

/** A file to type a printed report into, as docs/granska.md tells; read as it is, it is a report without findings. */
export function reportTemplate(format: TemplateFormat): Buffer {
  if (format === 'csv') return toCsv({ rows: TEMPLATE });
  return toXlsx({ sheet: 'Rapport', rows: TEMPLATE }, { textColumns: COLUMNS });
}
