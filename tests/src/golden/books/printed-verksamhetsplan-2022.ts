// Budget and plan of Verksamhetsplan 2022, Södra Vätterbygden, as they are printed: two tables there, one here, since
// the result takes the sum of the first.
import { typed } from '../printed-table';

export const DOCUMENT = 'verksamhetsplan-2022';

const budgetOchPlan = typed(
  DOCUMENT,
  'budget-och-plan',
  `
Budget 2022 och plan 2023-2024
${[
  'budget-foregaende-ar: Budget 2021',
  'prognos-foregaende-ar: Prognos 2021',
  'budget: Budget 2022',
  'plan-nasta-ar: Plan 2023',
  'plan-aret-darpa: Plan 2024',
].join('|')}
intakter                 | Intäkter
habo-kommun              | Habo kommun                       |   130 000|   130 600|    143 000|   157 000|    173 000
jonkopings-kommun        | Jönköpings kommun                 | 1 480 000| 1 479 600|  1 628 000| 1 791 000|  1 970 000
mullsjo-kommun           | Mullsjö kommun                    |    78 000|    76 400|     86 000|    94 000|    104 000
vaggeryds-kommun         | Vaggeryds kommun                  |   149 000|   150 400|    164 000|   180 000|    198 000
region-jonkopings-lan    | Region Jönköpings län             | 1 837 000| 1 837 000|  2 020 500| 2 223 000|  2 445 000
staten                   | Staten gm Försäkringskassan       | 3 674 000| 3 674 000|  4 041 000| 4 446 000|  4 890 000
balanserat-resultat      | Balanserat resultat (prel i plan) | 1 454 413| 1 836 467|  2 100 167| 1 040 427|    389 627
summa-intakter           | Summa intäkter                    | 8 802 413| 9 184 467| 10 182 667| 9 931 427| 10 169 627
kostnader                | Kostnader
enter                    | Enter                             | 2 878 200| 2 960 000|  2 915 100| 2 991 600|  3 024 900
fia                      | FIA                               |   605 700|   544 500|    630 000|   650 000|    670 000
it-sparet                | IT-spåret                         |   360 000|   400 000|    360 000|         0|          0
projekt-se-n             | Projekt SE-N                      |   571 500|   385 600|          0|         0|          0
etableringsstodjare      | Etableringsstödjare               |   281 700|   303 000|    180 000|         0|          0
projekt-arch             | Projekt ARCH                      |   630 400|   485 900|    655 740|         0|          0
projektgemensamt         | Projektgemensamt                  |    53 000|    53 000|     55 000|    57 000|     59 000
nya-insatser             | Tillgängligt nya insatser/projekt | 1 500 000|          |    600 000| 1 450 000|  1 900 000
forstudie-samsjuklighet  | Förstudie samsjuklighet           |          |   196 600|          0|         0|          0
basverksamhet            | Nya basverksamheten               |          |   150 000|  1 863 000| 2 500 000|  2 500 000
verksamhetsutvecklare    | Verksamhetsutvecklare             |   780 400|   644 700|    780 400|   798 200|    816 500
kompetensutveckling      | Kompetensutveckling               |   200 000|   110 000|    200 000|   200 000|    200 000
delsumma-verksamhet      | Delsumma verksamhet               | 7 860 900| 6 233 300|  8 239 240| 8 646 800|  9 170 400
kansli                   | Kansli                            |   750 000|   750 000|    770 000|   790 000|    810 000
information              | Information                       |    50 000|    20 000|     50 000|    20 000|     20 000
styrelse                 | Styrelse                          |     3 000|     2 000|      2 000|     2 000|      2 000
ekonomihantering         | Ekonomihantering                  |    79 000|    79 000|     81 000|    83 000|     85 000
delsumma-administration  | Delsumma administration           |   882 000|   851 000|    903 000|   895 000|    917 000
summa-kostnader          | Summa kostnader                   | 8 742 900| 7 084 300|  9 142 240| 9 541 800| 10 087 400
balanserat-resultat-ut   | Prel balanserat resultat          |    59 513| 2 100 167|  1 040 427|   389 627|     82 227
`,
);

export const printedTables = [budgetOchPlan];
