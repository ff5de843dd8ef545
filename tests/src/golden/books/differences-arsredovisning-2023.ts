// Every place where our tables and those of Årsredovisning 2023, Södra Vätterbygden, differ. Its items of grade A about
// participants and goals (003-1 to -6 and -24) belong to no table here. Nor does 003-25: the share of the costs that is
// sold to Finnveden is 35 % in one text and a third in another, and the books must assert neither.
import { type Difference, type Finding, listed } from '../finding';
import { DOCUMENT } from './printed-arsredovisning-2023';

const found = (audit: string, kind: Finding['kind'], reason: string, cells: Finding['cells']): Finding => ({
  slug: DOCUMENT,
  audit,
  kind,
  reason,
  cells,
});

export const differences: readonly Difference[] = listed([
  found('003-12', 'blank', 'two sums are left empty between the rows that they sum and the sum that they are part of', {
    'kassaflodesanalys/medel-fran-verksamheten/utfall': ['', '-57 422'],
    'kassaflodesanalys/medel-fran-verksamheten/utfall-foregaende-ar': ['', '64 314'],
    'kassaflodesanalys/lopande-verksamhet/utfall': ['', '429 749'],
    'kassaflodesanalys/lopande-verksamhet/utfall-foregaende-ar': ['', '-47 486'],
  }),
  found('003-13', 'blank', '150 713 and 1 673 411 stand under it', {
    'not-3/kansli/utfall-foregaende-ar': ['', '1 824 124'],
  }),
  found('003-17', 'rounding', '8 649 683 is 8 650; cut off', {
    'femarsoversikt/verksamhetens-intakter/ar-1': ['8649', '8 650'],
  }),
  found('new', 'label', 'written without its space', {
    'femarsoversikt/verksamhetens-kostnader/ar-1': ['8585', '8 585'],
  }),
  found('new', 'label', 'LKBR 4:1 spells it without the s', {
    'driftredovisning/title': ['Driftsredovisning', 'Driftredovisning'],
  }),
]);

/**
 * Printed sums that the printed parts do not give: öre that are not printed. Ours are the printed ones, since they are
 * summed from öre. `parts`: rows of the print, taken away where they begin with a minus.
 */
export const roundedSums: readonly {
  readonly audit: string;
  readonly sum: string;
  readonly column: string;
  readonly parts: readonly string[];
  /** What the printed parts give. */
  readonly given: number;
}[] = [
  {
    audit: '003-18',
    sum: 'resultatrakning/arets-resultat',
    column: 'utfall',
    parts: [
      'resultatrakning/resultat',
      'resultatrakning/finansiella-intakter',
      '-resultatrakning/finansiella-kostnader',
    ],
    given: -57_423,
  },
  {
    audit: '003-18',
    sum: 'driftredovisning/resultat',
    column: 'utfall',
    parts: ['driftredovisning/verksamhetens-intakter', '-driftredovisning/verksamhetens-kostnader'],
    given: -57_423,
  },
  {
    audit: '003-19',
    sum: 'balansrakning/arets-balanserade-resultat',
    column: 'utfall',
    parts: ['balansrakning/eget-kapital', 'balansrakning/arets-resultat'],
    given: 2_279_602,
  },
  {
    audit: '003-19',
    sum: 'balansrakning/summa-eget-kapital-avsattningar-och-skulder',
    column: 'utfall-foregaende-ar',
    parts: ['balansrakning/arets-balanserade-resultat', 'balansrakning/kortfristiga-skulder'],
    given: 3_834_317,
  },
  {
    audit: '003-20',
    sum: 'driftredovisning/resultat',
    column: 'bokslut-foregaende-ar',
    parts: ['driftredovisning/verksamhetens-intakter', '-driftredovisning/verksamhetens-kostnader'],
    given: 64_316,
  },
];
