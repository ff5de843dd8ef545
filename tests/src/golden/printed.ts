// The tables of two published half-year reports as they are printed.
import { type PrintedTable, typed } from './printed-table';

const vatterbygden = (table: string, text: string) => typed('sodra-vatterbygden', table, text);
const dalarna = (table: string, text: string) => typed('sodra-dalarna', table, text);

export const printedTables: readonly PrintedTable[] = [
  vatterbygden(
    'resultatrakning',
    `
Resultaträkning per 2024-06-30
utfall-foregaende-ar: Utfall 2023-12-31 | budget: Budget 2024 | utfall: Utfall 2024-06-30 | prognos: Helårsprognos
intakter                          | Intäkter
habo-kommun                       | Habo kommun                     |   161 300 |    204 100 |   204 100 |    204 100
jonkopings-kommun                 | Jönköpings kommun               | 1 786 000 |  2 238 400 | 2 238 400 |  2 238 400
mullsjo-kommun                    | Mullsjö kommun                  |    92 600 |    116 000 |   116 000 |    116 000
vaggeryds-kommun                  | Vaggeryds kommun                |   183 100 |    228 500 |   228 500 |    228 500
region-jonkopings-lan             | Region Jönköpings län           | 2 223 000 |  2 787 000 | 2 787 000 |  2 787 000
staten                            | Staten gm Försäkringskassan     | 4 446 000 |  5 574 000 | 2 787 000 |  5 574 000
ranteintakter                     | Ränteintäkter                   |   147 945 |            |       323 |
balanserat-resultat-foregaende-ar | Balanserat resultat föreg år    |         0 |  1 491 324 |         0 |
oresutjamning                     | Öresutjämning                   |        -7 |            |        -7 |
summa-intakter                    | Summa intäkter                  | 9 039 938 | 12 639 324 | 8 361 316 | 11 148 000
kostnader                         | Kostnader
verksamhet                        | Verksamhet
enter                             | Enter                           | 2 234 328 |  3 197 000 | 1 003 307 |  2 607 000
nova                              | NOVA                            | 3 292 491 |  4 200 000 | 1 641 750 |  4 749 000
fia                               | Funktionsnedsatta i arbete (FIA) |  649 385 |    698 000 |   456 172 |    698 000
it-sparet                         | IT-spåret                       |   562 500 |    562 500 |   281 250 |    562 500
koll-pa-formaga                   | Metodutveckl/Koll på förmåga    |   432 000 |    490 000 |   252 000 |    500 000
verksamhetsutvecklare             | Verksamhetsutvecklare           |   108 188 |    849 000 |    45 283 |    800 000
nya-projekt                       | Tillgängligt nya projekt        |         0 |          0 |         0 |          0
projektgemensamt                  | Projektgemensamt                |    58 000 |     70 000 |    63 733 |     64 000
kompetensutveckling               | Kompetensutveckling             |   117 220 |    200 000 |    83 175 |    195 000
administration                    | Administration
kansli                            | Kansli                          | 1 523 036 |    870 000 |   914 534 |    870 000
information                       | Information                     |     9 190 |     30 000 |     2 144 |     30 000
styrelse                          | Styrelse                        |     5 600 |     35 000 |    25 785 |     55 000
revision                          | Revision                        |         0 |     55 000 |    23 250 |     56 250
ekonomihantering                  | Ekonomihantering                |   105 423 |    100 000 |    53 412 |    110 000
summa-kostnader                   | Summa kostnader                 | 9 097 361 | 11 356 500 | 4 845 796 | 11 296 750
periodens-resultat                | Periodens resultat              |   -57 422 |  1 282 824 | 3 515 521 |   -123 750
`,
  ),
  vatterbygden(
    'balansrakning',
    `
Balansräkning
foregaende-arsskifte: 2023-12-31 | utfall: 2024-06-30 | prognos: Prognos
tillgangar                     | Tillgångar
ovriga-fordringar              | Övriga fordringar             |   222 725 |    78 137 |
kassa-och-bank                 | Kassa och bank                | 3 783 276 | 6 585 830 |
summa-tillgangar               |                               | 4 006 000 | 6 663 967 |
eget-kapital-och-skulder       | Eget kapital och skulder
balanserat-fran-foregaende-ar  | Balanserat från föregående år | 2 337 024 | 2 279 601 | 2 279 601
arets-resultat                 | Årets resultat                |   -57 422 | 3 515 521 |  -123 750
arets-balanserade-resultat     | Årets balanserade resultat    | 2 279 601 | 5 795 122 | 2 155 851
kortfristiga-skulder           | Kortfristiga skulder          | 1 726 399 |   868 845 |
summa-eget-kapital-och-skulder |                               | 4 006 000 | 6 663 967 |
`,
  ),
  vatterbygden(
    'deltagare',
    `
Jan-juni 2024
enter: Enter | fia: FIA | it-sparet: IT-spåret | nova: NOVA | koll-pa-formaga: Koll på f | totalt: Totalt
deltagande-man       | Deltagande män          | 35 | 12 | 4 | 22 | 24 | 97
deltagande-kvinnor   | Deltagande kvinnor      | 28 | 16 | 1 | 31 | 20 | 96
avslutade-man        | Avslutade män           |  6 |  1 | 2 | 12 | 22 | 43
avslutade-kvinnor    | Avslutade kvinnor       |  3 |  4 | 0 | 21 | 16 | 44
avslutsorsaker       | Avslutsorsaker
arbete-eller-studier | Arbete eller utbildning |  2 |  3 | 0 |  1 |  0 |  6
fortsatt-arbetsrehab | Fortsatt arbetsrehab    |  5 |  0 | 1 | 18 |  0 | 24
sjukdom              | Sjukdom                 |  1 |  1 | 1 | 10 |  0 | 13
ovriga               | Övriga orsaker          |  1 |  1 | 0 |  4 | 38 | 44
`,
  ),
  dalarna(
    'resultatrakning',
    `
Resultaträkning per den 31 augusti 2024
budget: Budget | utfall: Utfall 2023 | avvikelse: Avvikelse | utfall-foregaende-ar: Utfall 2023 | prognos: Prognos 2024
verksamhetens-intakter          | Verksamhetens intäkter Not 1     |  6 673 |  5 722 |  -951 |  4 904 |  6 673
verksamhetens-kostnader         | Verksamhetens kostnader Not 2    | -8 065 | -4 011 | 4 054 | -3 713 | -8 065
resultat-fore-finansiella-poster | Resultat före finansiella poster | -1 392 | 1 711 | 3 103 |  1 191 | -1 392
finansiella-intakter            | Finansiella intäkter             |      0 |    104 |   104 |     59 |    104
finansiella-kostnader           | Finansiella kostnader            |      0 |      0 |     0 |      0 |      0
arets-resultat                  | Årets resultat                   | -1 392 |  1 816 | 3 208 |  1 250 | -1 288
`,
  ),
  dalarna(
    'driftredovisning',
    `
Driftsredovisning per den 31 augusti 2024 och prognos för året
${[
  'utfall: Ack utfall (tkr)',
  'budget: Årsbudget (tkr)',
  'aterstar: Återstår (tkr)',
  'forbrukad: Förbrukad av årsbudget %',
  'prognos: Prognos 2024 (tkr)',
].join('|')}
styrelse                   | Styrelse                        |    120 |    220 |   100 |  54 % |    220
administration             | Administration                  |    613 |  1 515 |   902 |  40 % |  1 315
personalinriktade-insatser | Personalinriktade insatser      |     91 |    150 |    59 |  61 % |    150
publikationer              | Publikationer                   |     -2 |     10 |    12 | -16 % |     10
team-avesta                | Samverkansteam Avesta           |  1 122 |  2 250 | 1 128 |  50 % |  2 250
team-hedemora              | Samverkansteam Kraften Hedemora |    877 |  1 900 | 1 023 |  46 % |  1 900
team-sater                 | Samverkansteam Säter            |    883 |  1 655 |   772 |  53 % |  1 655
medlemsbidrag              | Intäkter (medlemsbidrag)        | -5 520 | -6 308 |  -789 |  75 % | -6 308
totalt-verksamhet          | Totalt verksamhet               | -1 816 |  1 392 | 3 208 |       |  1 192
`,
  ),
  dalarna(
    'balansrakning',
    `
Balansräkning per den 31 augusti 2024
utfall: 2024-08-31 | utfall-foregaende-ar: 2023-08-31
tillgangar                     | Tillgångar
omsattningstillgangar          | Omsättningstillgångar
fordringar                     | Fordringar Not 3               |    52 |    49
kassa-och-bank                 | Kassa och bank Not 4           | 4 644 | 4 333
summa-omsattningstillgangar    | Summa omsättningstillgångar    | 4 696 | 4 382
summa-tillgangar               | Summa tillgångar               | 4 696 | 4 382
eget-kapital-och-skulder       | Eget kapital och skulder
eget-kapital                   | Eget kapital Not 5
ingaende-eget-kapital          | Ingående Eget kapital          | 1 657 | 1 496
summa-eget-kapital             | Summa eget kapital             | 1 657 | 1 496
avsattningar                   | Avsättningar
pensioner                      | Pensioner Not 6                | 1 072 |   672
summa-avsattningar             | Summa avsättningar             | 1 072 |   672
skulder                        | Skulder
kortfristiga-skulder           | Kortfristiga skulder Not 7     |   151 |   963
summa-skulder                  | Summa skulder                  |   151 |   963
summa-eget-kapital-och-skulder | Summa Eget kapital och skulder | 2 880 | 3 131
`,
  ),
  dalarna(
    'noter-resultat',
    `
Noter till resultat- och balansräkning per den 31 augusti 2024
utfall: 2024-08 | utfall-foregaende-ar: 2023-08
not-1                        | Not 1 Verksamhetens intäkter
not-1-bidrag-fran-huvudmannen | Bidrag från huvudmännen        |  5 520 |  4 731
not-1-externa-uppdrag        | Externa uppdrag                 |      3 |    107
not-1-nns-uppdrag            | NNS - uppdrag om indikator      |      0 |     64
not-1-kursintakter           | Kursintäkter                    |      7 |      0
not-1-forsalda-publikationer | Försålda publikationer          |      2 |      1
not-1-summa                  | Summa externa intäkter          |  5 532 |  4 904
not-2                        | Not 2 Verksamhetens kostnader   | -4 011 | -3 713
not-2-varav                  | Varav:
not-2-loner                  | Löner och sociala avgifter      |   -764 |   -758
not-2-pensionskostnader      | Pensionskostnader inkl löneskatt |   -72 |    -59
not-2-lamnade-bidrag         | Lämnade bidrag                  | -2 881 | -2 629
not-2-ovriga-tjanster        | Övriga tjänster                 |   -132 |   -167
not-2-materialkostnader      | Materialkostnader               |    -11 |    -11
not-2-ovriga-kostnader       | Övriga kostnader                |   -149 |    -89
not-2-summa                  | Summa externa kostnader         | -4 011 | -3 713
`,
  ),
  dalarna(
    'noter-balans',
    `
Noter till resultat- och balansräkning per den 31 augusti 2024
utfall: 2024-08 | utfall-foregaende-ar: 2023-08
not-3                          | Not 3 Fordringar
not-3-kundfordringar           | Kundfordringar                   |      0 |     84
not-3-fordran-moms             | Fordran moms                     |      1 |      8
not-3-diverse-korta-fordringar | Div korta fordringar             |     51 |    128
not-3-summa                    |                                  |     49 |    220
not-4                          | Not 4 Kassa och bank
not-4-kassa-och-bank           | Kassa och bank                   |  4 644 |  3 976
not-4-summa                    |                                  |  4 644 |  3 976
not-5                          | Not 5 Eget kapital
not-5-ingaende-eget-kapital    | Ingående eget kapital            | -1 657 | -1 496
not-5-arets-resultat           | Årets resultat                   |        |   -161
not-5-summa                    |                                  | -1 657 | -1 657
not-6                          | Not 6 Avsättningar
not-6-avsattning-pension       | Avsättning pension               |   -863 |   -541
not-6-avsattning-loneskatt     | Avsättning löneskatt             |   -209 |   -131
not-6-summa                    |                                  | -1 072 |   -672
not-7                          | Not 7 Skulder
not-7-leverantorsskuld         | Leverantörsskuld                 |    -11 |   -801
not-7-mervardesskatt           | Redovisning mervärdesskatt       |      0 |     -6
not-7-kallskatt                | Källskatt, personal              |    -24 |    -24
not-7-arbetsgivaravgifter      | Upplupna arbetsgivaravgifter     |    157 |    -24
not-7-semesterloneskuld        | Semesterlöneskuld                |    -28 |    -33
not-7-sarskild-loneskatt       | Upplupen särskild löneskatt      |    -13 |    -20
not-7-pension-individuell-del  | Upplupen pension individuell del |    -52 |    -54
not-7-interimsskulder          | Interimsskulder                  |      0 |     -2
not-7-summa                    |                                  |     30 |   -963
`,
  ),
];
