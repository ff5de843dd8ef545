// A chart to start from, in the form of Kommun-Bas: classes, groups of two digits, and the accounts that an association
// of one or two employees needs. Ours, to be held against the edition in force; each association goes on from it.
interface Account {
  readonly account: number;
  readonly name: string;
}

export const KOMMUN_BAS_CLASSES: Readonly<Record<number, string>> = {
  1: 'Tillgångar',
  2: 'Eget kapital, avsättningar och skulder',
  3: 'Intäkter',
  4: 'Kostnader för verksamhet och lämnade bidrag',
  5: 'Kostnader för arbetskraft',
  6: 'Övriga verksamhetskostnader',
  7: 'Övriga verksamhetskostnader',
  8: 'Finansiella intäkter och kostnader',
};

export const KOMMUN_BAS_GROUPS: Readonly<Record<number, string>> = {
  12: 'Maskiner och inventarier',
  15: 'Kundfordringar',
  16: 'Diverse kortfristiga fordringar',
  17: 'Förutbetalda kostnader och upplupna intäkter',
  19: 'Kassa och bank',
  20: 'Eget kapital',
  22: 'Avsättningar',
  24: 'Leverantörsskulder',
  26: 'Moms',
  27: 'Personalens skatter och avgifter',
  28: 'Övriga kortfristiga skulder',
  29: 'Upplupna kostnader och förutbetalda intäkter',
  30: 'Försäljningsintäkter',
  34: 'Hyror och arrenden',
  35: 'Bidrag',
  36: 'Försäljning av verksamhet',
  37: 'Övriga intäkter',
  45: 'Lämnade bidrag',
  46: 'Köp av verksamhet',
  50: 'Löner för arbetad tid',
  51: 'Löner för ej arbetad tid',
  55: 'Kostnadsersättningar',
  56: 'Sociala avgifter',
  57: 'Pensionskostnader',
  60: 'Lokalhyror',
  64: 'Förbrukningsinventarier och förbrukningsmaterial',
  65: 'Kontorsmaterial och trycksaker',
  68: 'Telefoni, datakommunikation och post',
  70: 'Resor och transporter',
  71: 'Representation',
  72: 'Annonser, reklam och information',
  73: 'Försäkringar',
  74: 'Köpta tjänster',
  76: 'Diverse kostnader',
  79: 'Avskrivningar',
  84: 'Finansiella intäkter',
  85: 'Finansiella kostnader',
};

const list = `
1510 Kundfordringar
1519 Fordringar på medlemmar
1630 Skattekonto
1650 Fordran moms
1690 Övriga kortfristiga fordringar
1710 Förutbetalda hyror
1720 Övriga förutbetalda kostnader
1760 Upplupna ränteintäkter
1790 Övriga interimsfordringar
1910 Kassa och bank
2010 Eget kapital
2210 Avsättning för pensioner
2220 Avsättning för särskild löneskatt
2440 Leverantörsskulder
2610 Utgående moms
2650 Redovisningskonto för moms
2710 Personalens källskatt
2730 Lagstadgade sociala avgifter
2890 Övriga kortfristiga skulder
2910 Upplupna löner
2920 Upplupna semesterlöner
2940 Upplupna sociala avgifter
2950 Upplupna pensionskostnader
2960 Upplupen särskild löneskatt
2970 Förutbetalda intäkter
2990 Övriga upplupna kostnader
3010 Försålda publikationer
3510 Driftbidrag från kommuner
3520 Driftbidrag från region
3530 Driftbidrag från staten
3540 Bidrag för personal
3550 Projektmedel och ersättning för arbetad tid
3610 Externa uppdrag
3620 Delade kostnader, ersättning från annat förbund
3630 Kursintäkter
3690 Övriga ersättningar
3740 Öres- och kronutjämning
4510 Bidrag till insatser
4610 Köp av insatser
4620 Köp av utbildning för parternas personal
5010 Månadslöner
5110 Semesterlön och annan frånvaro
5510 Traktamenten och bilersättningar
5610 Lagstadgade sociala avgifter
5710 Pensionskostnader
5720 Särskild löneskatt
6010 Lokalhyra
6410 Förbrukningsinventarier
6510 Kontorsmaterial
6810 Telefoni och data
7010 Resor och logi
7110 Representation
7210 Information och annonser
7310 Försäkringar
7410 Köpt ekonomi- och lönehantering
7420 Revision
7430 Konsulter och föreläsare
7490 Övriga tjänster
7610 Arvoden och möteskostnader
7690 Övriga kostnader
8410 Ränteintäkter
8510 Räntekostnader
`;

export const kommunBas: readonly Account[] = list
  .trim()
  .split('\n')
  .map((line) => ({ account: Number(line.slice(0, 4)), name: line.slice(5) }));
