// The tables of Årsredovisning 2023, Södra Vätterbygden, as they are printed. Numbers of sections are left out. Where
// the unit stands after each figure, as in the balanskravsresultat, it is typed as the head of the column.
import { typed } from '../printed-table';

export const DOCUMENT = 'arsredovisning-2023';

const table = (layout: string, text: string) => typed(DOCUMENT, layout, text);

const statements = [
  table(
    'resultatrakning',
    `
Resultaträkning
budget: Budget 2023 | utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
verksamhetens-intakter            | Verksamhetens intäkter 2          |  8 892 000 |  9 589 737 |  8 620 280
verksamhetens-kostnader           | Verksamhetens kostnader 3         | -9 579 500 | -9 795 105 | -8 585 367
resultat                          | Resultat                          |            |   -205 368 |     34 913
finansiella-intakter              | Finansiella intäkter              |            |    147 945 |     29 403
finansiella-kostnader             | Finansiella kostnader             |            |          0 |         -2
resultat-efter-finansiella-poster | Resultat efter finansiella poster |            |    -57 422 |     64 314
arets-resultat                    | Årets resultat                    |            |    -57 422 |     64 314
`,
  ),
  table(
    'balansrakning',
    `
Balansräkning
utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
tillgangar                    | Tillgångar
omsattningstillgangar         | Omsättningstillgångar
fordringar                    | Fordringar 4                  |   222 725 |   480 790
kassa-och-bank                | Kassa och bank                | 3 783 275 | 3 353 526
summa-omsattningstillgangar   | Summa omsättningstillgångar   | 4 006 000 | 3 834 316
summa-tillgangar              | Summa tillgångar              | 4 006 000 | 3 834 316
eget-kapital-avsattningar-och-skulder | Eget kapital, avsättningar och skulder
eget-kapital                  | Eget kapital                  | 2 337 024 | 2 272 710
arets-resultat                | Årets resultat                |   -57 422 |    64 314
arets-balanserade-resultat    | Årets balanserade resultat    | 2 279 601 | 2 337 024
skulder                       | Skulder
kortfristiga-skulder          | Kortfristiga skulder 5        | 1 726 399 | 1 497 293
summa-eget-kapital-avsattningar-och-skulder | Summa eget kapital, avsättningar och skulder | 4 006 000 | 3 834 316
`,
  ),
  table(
    'kassaflodesanalys',
    `
Kassaflödesanalys
utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
arets-resultat               | Årets resultat                                | -57 422 | 64 314
justering                    | Justering för ej likviditetspåverkande poster
medel-fran-verksamheten      | Medel från verksamheten före förändring av rörelsekapital | |
kortfristiga-fordringar      | Ökning(-)/minskning(+) kortfristiga fordringar | 258 065 | -153 584
kortfristiga-skulder         | Ökning(+)/minskning(-) kortfristiga skulder   | 229 106 | 41 784
lopande-verksamhet           | Kassaflöde för den löpande verksamheten       | |
investeringsverksamhet       | Kassaflöde från investeringsverksamheten
finansieringsverksamhet      | Kassaflöde från finansieringsverksamheten
arets-kassaflode             | Årets kassaflöde                              | 429 749 | -47 486
likvida-medel-vid-arets-borjan | Likvida medel vid årets början              | 3 353 526 | 3 401 012
likvida-medel-vid-arets-slut | Likvida medel vid årets slut                  | 3 783 275 | 3 353 526
`,
  ),
  table(
    'driftredovisning',
    `
Driftsredovisning
${[
  'utfall: Utfall jan-dec 2023',
  'budget: Aktuell budget jan-dec 2023',
  'avvikelse: Avvikelse utfall – budget',
  'bokslut-foregaende-ar: Bokslut helår 2022',
].join('|')}
verksamhetens-kostnader | Verksamhetens kostnader | 9 795 105 | 9 579 500 | -215 605 | 8 585 367
verksamhetens-intakter  | Verksamhetens intäkter  | 9 737 682 | 8 892 000 |  845 682 | 8 649 683
resultat                | Resultat                |  - 57 422 |           |          |    64 314
utgaende-eget-kapital   | Utgående Eget kapital   | 2 279 601 |           |          | 2 337 024
likvida-medel           | Likvida Medel           | 3 783 275 |           |          | 3 353 526
`,
  ),
  table(
    'femarsoversikt',
    `
Översikt över verksamhetens utveckling
ar: 2023 | ar-1: 2022 | ar-2: 2021 | ar-3: 2020 | ar-4: 2019
verksamhetens-intakter  | Verksamhetens intäkter  | 9 738 |  8649 | 7 902 | 7 451 |   7 018
verksamhetens-kostnader | Verksamhetens kostnader | 9 795 |  8585 | 7 466 | 6 604 |   8 152
arets-resultat          | Årets resultat          |  - 57 |    64 |   436 |   847 | - 1 134
soliditet               | Soliditet               |  57 % |  61 % |  61 % |  56 % |    32 %
antal-anstallda         | Antal anställda         |     2 |     2 |     2 |     2 |       2
`,
  ),
  table(
    'balanskravsresultat',
    `
Balanskravsresultat
utfall: kr
arets-resultat      | Årets resultat enligt resultaträkningen | -57 422
balanskravsresultat | = Balanskravsresultat                   | -57 422
`,
  ),
];

const notes = [
  table(
    'not-2',
    `
Not 2. Verksamhetens intäkter
utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
staten                | Driftbidrag från staten via Försäkringskassan | 4 446 000 | 4 041 000
habo-kommun           | Driftbidrag från Habo kommun                  |   161 300 |   144 800
jonkopings-kommun     | Driftbidrag från Jönköping kommun             | 1 786 000 | 1 625 100
mullsjo-kommun        | Driftbidrag från Mullsjö kommun               |    92 600 |    84 100
vaggeryds-kommun      | Driftbidrag från Vaggeryds kommun             |   183 100 |   166 500
region-jonkopings-lan | Driftbidrag från Region Jönköpings Län        | 2 223 000 | 2 020 500
forsaljning-finnveden | Försäljning delade kostnader Finnveden        |   475 188 |   476 722
ovriga-forsaljningar  | Övriga försäljningar                          |   195 054 |    52 528
bidrag-personal       | Erhållna bidrag personal                      |    27 394 |     8 620
ovriga-ersattningar   | Övriga ersättningar och intäkter              |       107 |       419
ranta                 | Ränta                                         |   147 945 |    29 403
oresutjamning         | Öres och kronutjämning                        |        -7 |        -9
summa                 | Summa                                         | 9 737 682 | 8 649 683
`,
  ),
  table(
    'not-3',
    `
Not 3 Verksamhetens kostnader
budget: Budget 2023 | utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
individ-och-struktur  | Individ- och strukturinriktade insatser
enter                 | Enter                            | 2 819 000 | 2 234 328 | 2 879 738
nova                  | NOVA – Stöd i förändring         | 3 253 000 | 3 335 991 | 1 518 965
fia                   | Funktionsnedsatta i arbete       |   621 000 |   649 385 |   596 145
it-sparet             | IT-spåret                        |   562 500 |   562 500 |   344 651
etableringsstodjare   | Etableringsstödjare              |         0 |         0 |   175 968
projekt-arch          | Projekt ARCH                     |         0 |         0 |   682 832
samverkansmodell      | Samverkansmodell/Koll på förmåga |   460 000 |   432 000 |    70 000
projektgemensamt      | Projektgemensamt                 |    50 000 |    58 000 |    49 333
verksamhetsutvecklare | Verksamhetsutvecklare 6          |   800 000 |   108 188 |    20 011
kompetensutveckling   | Kompetensutveckling 6            |   180 000 |   289 141 |   291 222
kansli                | Kansli 6                         |   720 000 | 1 991 863 |
rorelsens-kostnader   | - Rörelsens kostnader            |           |   222 840 |   150 713
personalkostnader     | - Personalkostnader              |           | 1 769 023 | 1 673 411
information           | Information                      |    20 000 |    22 685 |    33 573
styrelse              | Styrelse                         |     2 000 |     5 600 |     1 928
revision              | Revision                         |         0 |         0 |         0
ekonomihantering      | Ekonomihantering                 |    92 000 |   105 423 |    96 879
totalt                | Totalt                           | 9 579 500 | 9 795 105 | 8 585 367
`,
  ),
  table(
    'not-4',
    `
Not 4 Fordringar
utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
kundfordringar          | Kundfordringar          | 101 524 | 224 020
skattekonto             | Skattekonto             |  89 782 |  83 263
fordran-moms            | Fordran Moms            |   8 366 |   6 858
forutbetalda-hyror      | Förutbetalda hyror      |   5 253 |   2 899
ovriga-interimfordringar | Övriga interimfordringar | 17 800 | 163 750
summa                   | Summa                   | 222 725 | 480 790
`,
  ),
  table(
    'not-5',
    `
Not 5. Kortfristiga skulder
utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
leverantorsskulder        | Leverantörsskulder                             |   790 342 |   497 260
skatteskulder             | Skatteskulder                                  |    60 432 |    53 005
moms-redovisningskonto    | Moms redovisningskonto                         |         0 |         0
personalskatt             | Personalskatt                                  |    24 864 |    28 539
sociala-avgifter          | Avräkning lagstadgade sociala avgifter         |    28 805 |    30 169
semesterloner             | Upplupna semesterlöner                         |    36 199 |    48 522
upplupna-sociala-avgifter | Beräknade upplupna lagstadgade sociala avgifter |   11 374 |    15 246
ovriga-interimsskulder    | Övriga interimsskulder                         |   774 383 |   824 552
summa                     | Summa                                          | 1 726 399 | 1 497 293
`,
  ),
  table(
    'not-6',
    `
Not 6. Kompletterande nettouppgifter jämförda med budget
budget: Budget 2023 | utfall: 2023-12-31 | utfall-foregaende-ar: 2022-12-31
verksamhetsutvecklare | Verksamhetsutvecklare totalt | 800 000 | 689 562 | 661 676
kompetensutveckling   | Kompetensutveckling netto    | 180 000 | 198 395 | 169 193
kansli                | Kansli netto                 | 720 000 | 816 987 | 771 951
`,
  ),
];

export const printedTables = [...statements, ...notes];
