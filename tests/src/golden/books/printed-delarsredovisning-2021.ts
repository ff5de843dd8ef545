// The two economic tables of Delårsredovisning august 2021, Västra Östergötland, as they are printed. The distribution
// of costs has no head in print; the sentence above it says that it is of the budget.
import { typed } from '../printed-table';

export const DOCUMENT = 'delarsredovisning-2021';

const ekonomiskSammanfattning = typed(
  DOCUMENT,
  'ekonomisk-sammanfattning',
  `
Ekonomisk sammanfattning
utfall: Utfall | budget: Budget | prognos: Prognos
kansli                | Kansli 1.0               |   656 297 |  1 250 000 |  1 100 000
natverket-vastra      | Nätverket västra 2.4.1   | 2 222 418 |  4 200 000 |  3 500 000
forsteg               | Försteg 4.0              | 1 751 054 |  2 950 000 |  2 840 000
digitaliseringscenter | Digitaliseringscenter 4.2 | 1 880 000 | 2 800 000 |  2 800 000
fontanhus             | Fontänhus 6.1            |   533 328 |    800 000 |    800 000
utbildning            | Utbildning 11.1          |   206 495 |    400 000 |    300 000
utveckling-struktur   | Utveckling/struktur 11.7 |   628 270 |  2 532 000 |  1 250 000
totalt                | Totalt                   | 7 877 862 | 14 932 000 | 12 590 000
`,
);

const kostnadsfordelning = typed(
  DOCUMENT,
  'kostnadsfordelning',
  `
Kostnadsfördelning
budget: Budget
administration | Administration                |  7%
struktur       | Strukturövergripande insatser | 20%
individ        | Individinriktade insatser     | 73%
`,
);

export const printedTables = [ekonomiskSammanfattning, kostnadsfordelning];
