// Every place where our tables and those of the two half-year reports differ.
import { type Difference, listed, type Repeated } from './finding';

export const differences: readonly Difference[] = listed([
  {
    slug: 'sodra-vatterbygden',
    audit: '000-1',
    kind: 'derivable',
    reason: '11 148 000 − 11 296 750 = −148 750: off by exactly 25 000, and the forecast of the equity inherits it',
    cells: {
      'resultatrakning/periodens-resultat/prognos': ['-123 750', '-148 750'],
      'balansrakning/arets-resultat/prognos': ['-123 750', '-148 750'],
      'balansrakning/arets-balanserade-resultat/prognos': ['2 155 851', '2 130 851'],
    },
  },
  {
    slug: 'sodra-vatterbygden',
    audit: 'new',
    kind: 'label',
    reason: 'shortened to fit the paper',
    cells: { 'deltagare/head/koll-pa-formaga': ['Koll på f', 'Koll på förmåga'] },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-16',
    kind: 'label',
    reason: 'two columns have the same head; the first is August 2024',
    cells: { 'resultatrakning/head/utfall': ['Utfall 2023', 'Utfall 2024-08'] },
  },
  {
    slug: 'sodra-dalarna',
    audit: 'new',
    kind: 'label',
    reason: 'LKBR 4:1 spells it without the s',
    cells: {
      'driftredovisning/title': [
        'Driftsredovisning per den 31 augusti 2024 och prognos för året',
        'Driftredovisning per den 31 augusti 2024 och prognos för året',
      ],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: 'new',
    kind: 'label',
    reason: 'one table in print, two here: notes to a flow and notes to a balance are summed differently',
    cells: {
      'noter-resultat/title': [
        'Noter till resultat- och balansräkning per den 31 augusti 2024',
        'Noter till resultaträkningen per den 31 augusti 2024',
      ],
      'noter-balans/title': [
        'Noter till resultat- och balansräkning per den 31 augusti 2024',
        'Noter till balansräkningen per den 31 augusti 2024',
      ],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-10',
    kind: 'contradiction',
    reason: 'the two statements forecast different costs, and only one of them the interest',
    cells: {
      'driftredovisning/administration/prognos': ['1 315', '1 411, if the resultaträkning is right'],
      'driftredovisning/totalt-verksamhet/prognos': ['1 192', '1 288 in the resultaträkning'],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-8',
    kind: 'derivable',
    reason: '5 520 of 6 308; 75 % is the share of the state’s money that was paid',
    cells: { 'driftredovisning/medlemsbidrag/forbrukad': ['75 %', '88 %'] },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-1',
    kind: 'derivable',
    reason: 'the equity leaves out the result of the period, 1 816, so that the two sides do not weigh the same',
    cells: {
      'balansrakning/summa-eget-kapital/utfall': ['1 657', '3 473'],
      'balansrakning/summa-eget-kapital-och-skulder/utfall': ['2 880', '4 696'],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-2',
    kind: 'derivable',
    reason: 'the equity leaves out the result of the period, 1 250, so that the two sides do not weigh the same',
    cells: {
      'balansrakning/summa-eget-kapital/utfall-foregaende-ar': ['1 496', '2 747'],
      'balansrakning/summa-eget-kapital-och-skulder/utfall-foregaende-ar': ['3 131', '4 382'],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-3',
    kind: 'contradiction',
    reason: 'the balansräkning has debts of 151; the printed parts of the note sum to 29 and not to 30',
    cells: {
      'noter-balans/not-7-arbetsgivaravgifter/utfall': ['157', '-23, which the balansräkning leaves for it'],
      'noter-balans/not-7-summa/utfall': ['30', '151 in the balansräkning'],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-5',
    kind: 'contradiction',
    reason: '49 is last year’s sum in the balansräkning',
    cells: { 'noter-balans/not-3-summa/utfall': ['49', '52 in the balansräkning'] },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-7',
    kind: 'contradiction',
    reason: 'the result of the period is blank in the note, so that its sum is the opening equity',
    cells: {
      'noter-balans/not-5-arets-resultat/utfall': ['', '1 816 in the resultaträkning'],
      'noter-balans/not-5-summa/utfall': ['-1 657', '3 473 with the result of the period'],
    },
  },
  {
    slug: 'sodra-dalarna',
    audit: '004-20',
    kind: 'rounding',
    reason: 'ours is the sum of the printed parts, whose decimals are not known',
    cells: {
      'noter-resultat/not-1-summa/utfall-foregaende-ar': ['4 904', '4 903'],
      'noter-balans/not-7-summa/utfall-foregaende-ar': ['-963', '-964'],
    },
  },
]);

export const repeated: readonly Repeated[] = [
  {
    audit: '004-4',
    one: 'sodra-dalarna/noter-resultat/not-1-summa/utfall',
    other: 'sodra-dalarna/resultatrakning/verksamhetens-intakter/utfall',
    reason: 'the note has no line for the 190 of ESF money',
  },
  {
    audit: '004-5',
    one: 'sodra-dalarna/noter-balans/not-3-summa/utfall-foregaende-ar',
    other: 'sodra-dalarna/balansrakning/fordringar/utfall-foregaende-ar',
    reason: 'the claims of August 2023; the note may hold those of the year’s end',
  },
  {
    audit: '004-6',
    one: 'sodra-dalarna/noter-balans/not-4-summa/utfall-foregaende-ar',
    other: 'sodra-dalarna/balansrakning/kassa-och-bank/utfall-foregaende-ar',
    reason: 'the bank of August 2023; the note may hold that of the year’s end',
  },
  {
    audit: '004-7',
    one: 'sodra-dalarna/noter-balans/not-5-arets-resultat/utfall-foregaende-ar',
    other: 'sodra-dalarna/resultatrakning/arets-resultat/utfall-foregaende-ar',
    reason: 'the note has the result of the whole year, under a head that says August',
  },
];
