// Every place where our tables and the printed ones differ, and why. The numbers are those of the arithmetic audit of
// the documents; `new` was found here.

/** A cell is `slug/table/row/column`; a row's label and a table's title and heads are cells too. */
interface Place {
  readonly at: string;
  readonly audit: string;
  readonly printed: string;
  readonly reason: string;
}

/** The right figure follows from others in the same print. */
export interface Derivable extends Place {
  readonly kind: 'derivable';
  readonly ours: string;
}

/** Two printed figures disagree and nothing in the print decides: both are named, neither is asserted. */
export interface Contradiction extends Place {
  readonly kind: 'contradiction';
  /** The other figure, and where it stands. */
  readonly against: string;
}

/** `rounding`: the print rounds its total from figures it does not show. `label`: a word is wrong, or another. */
export interface Wording extends Place {
  readonly kind: 'rounding' | 'label';
  readonly ours: string;
}

export type Difference = Derivable | Contradiction | Wording;

const derivable = (audit: string, at: string, printed: string, ours: string, reason: string): Derivable => ({
  kind: 'derivable',
  at,
  audit,
  printed,
  ours,
  reason,
});

const contradiction = (audit: string, at: string, printed: string, against: string, reason: string): Contradiction => ({
  kind: 'contradiction',
  at,
  audit,
  printed,
  against,
  reason,
});

const wording = (
  kind: Wording['kind'],
  audit: string,
  at: string,
  printed: string,
  ours: string,
  reason: string,
): Wording => ({ kind, at, audit, printed, ours, reason });

const VATTERBYGDEN = 'sodra-vatterbygden';
const DALARNA = 'sodra-dalarna';
const FORECAST = '11 148 000 − 11 296 750 = −148 750: the print is off by exactly 25 000';
const WITHOUT_RESULT = 'the result of the period is left out of the equity, so the two sides do not weigh the same';
const DRIFT = 'the two statements forecast different costs: 8 065 here, 200 less there, and 104 of interest';

export const differences: readonly Difference[] = [
  derivable('000-1', `${VATTERBYGDEN}/resultatrakning/periodens-resultat/prognos`, '-123 750', '-148 750', FORECAST),
  derivable('000-1', `${VATTERBYGDEN}/balansrakning/arets-resultat/prognos`, '-123 750', '-148 750', FORECAST),
  derivable(
    '000-1',
    `${VATTERBYGDEN}/balansrakning/arets-balanserade-resultat/prognos`,
    '2 155 851',
    '2 130 851',
    '2 279 601 − 148 750: the forecast of the equity inherits the error',
  ),
  wording(
    'label',
    'new',
    `${VATTERBYGDEN}/deltagare/head/koll-pa-formaga`,
    'Koll på f',
    'Koll på förmåga',
    'shortened to fit the paper',
  ),
  wording(
    'label',
    '004-16',
    `${DALARNA}/resultatrakning/head/utfall`,
    'Utfall 2023',
    'Utfall 2024-08',
    'two columns have the same head; the first is August 2024',
  ),
  wording(
    'label',
    'new',
    `${DALARNA}/driftredovisning/title`,
    'Driftsredovisning per den 31 augusti 2024 och prognos för året',
    'Driftredovisning per den 31 augusti 2024 och prognos för året',
    'LKBR 4:1 spells it so',
  ),
  contradiction(
    '004-10',
    `${DALARNA}/driftredovisning/administration/prognos`,
    '1 315',
    '1 411, from the costs of 8 065 and the interest of 104 in the resultaträkning',
    DRIFT,
  ),
  contradiction(
    '004-10',
    `${DALARNA}/driftredovisning/totalt-verksamhet/prognos`,
    '1 192',
    '1 288 in the resultaträkning',
    DRIFT,
  ),
  derivable(
    '004-8',
    `${DALARNA}/driftredovisning/medlemsbidrag/forbrukad`,
    '75 %',
    '88 %',
    '5 520 of 6 308; 75 % is the share of the state’s money that was paid',
  ),
  derivable('004-1', `${DALARNA}/balansrakning/summa-eget-kapital/utfall`, '1 657', '3 473', WITHOUT_RESULT),
  derivable(
    '004-1',
    `${DALARNA}/balansrakning/summa-eget-kapital-och-skulder/utfall`,
    '2 880',
    '4 696',
    WITHOUT_RESULT,
  ),
  derivable(
    '004-2',
    `${DALARNA}/balansrakning/summa-eget-kapital/utfall-foregaende-ar`,
    '1 496',
    '2 747',
    WITHOUT_RESULT,
  ),
  derivable(
    '004-2',
    `${DALARNA}/balansrakning/summa-eget-kapital-och-skulder/utfall-foregaende-ar`,
    '3 131',
    '4 382',
    WITHOUT_RESULT,
  ),
  wording(
    'label',
    'new',
    `${DALARNA}/noter-resultat/title`,
    'Noter till resultat- och balansräkning per den 31 augusti 2024',
    'Noter till resultaträkningen per den 31 augusti 2024',
    'one table in print, two here: notes to a flow and notes to a balance are summed differently',
  ),
  wording(
    'label',
    'new',
    `${DALARNA}/noter-balans/title`,
    'Noter till resultat- och balansräkning per den 31 augusti 2024',
    'Noter till balansräkningen per den 31 augusti 2024',
    'one table in print, two here: notes to a flow and notes to a balance are summed differently',
  ),
  wording(
    'rounding',
    '004-20',
    `${DALARNA}/noter-resultat/not-1-summa/utfall-foregaende-ar`,
    '4 904',
    '4 903',
    'the sum of the printed parts; their decimals are not known',
  ),
  contradiction(
    '004-5',
    `${DALARNA}/noter-balans/not-3-summa/utfall`,
    '49',
    '52 in its own parts and in the balansräkning',
    'last year’s sum in the balansräkning is 49',
  ),
  contradiction(
    '004-7',
    `${DALARNA}/noter-balans/not-5-arets-resultat/utfall`,
    '',
    '1 816 in the resultaträkning',
    'the line is blank in print',
  ),
  contradiction(
    '004-7',
    `${DALARNA}/noter-balans/not-5-summa/utfall`,
    '-1 657',
    '3 473, with the result of the period',
    'the sum of a line and a blank',
  ),
  contradiction(
    '004-3',
    `${DALARNA}/noter-balans/not-7-arbetsgivaravgifter/utfall`,
    '157',
    '−23, which the debts of 151 in the balansräkning leave for it',
    'off by 180, and of the wrong sign',
  ),
  contradiction(
    '004-3',
    `${DALARNA}/noter-balans/not-7-summa/utfall`,
    '30',
    '151 of debts in the balansräkning',
    'and the printed parts give 29',
  ),
  wording(
    'rounding',
    '004-20',
    `${DALARNA}/noter-balans/not-7-summa/utfall-foregaende-ar`,
    '-963',
    '-964',
    'the sum of the printed parts; their decimals are not known',
  ),
];

/** Two printed cells that disagree, and that we print as they are: the figures were reported, or a line is missing. */
export interface Repeated {
  readonly audit: string;
  readonly one: string;
  readonly other: string;
  readonly reason: string;
}

const IN_BALANCE = `${DALARNA}/balansrakning`;
const IN_NOTES = `${DALARNA}/noter-balans`;

export const repeated: readonly Repeated[] = [
  {
    audit: '004-4',
    one: `${DALARNA}/noter-resultat/not-1-summa/utfall`,
    other: `${DALARNA}/resultatrakning/verksamhetens-intakter/utfall`,
    reason: 'the note has no line for the 190 of ESF money',
  },
  {
    audit: '004-5',
    one: `${IN_NOTES}/not-3-summa/utfall-foregaende-ar`,
    other: `${IN_BALANCE}/fordringar/utfall-foregaende-ar`,
    reason: 'claims of August 2023; the note may be the year’s end',
  },
  {
    audit: '004-6',
    one: `${IN_NOTES}/not-4-summa/utfall-foregaende-ar`,
    other: `${IN_BALANCE}/kassa-och-bank/utfall-foregaende-ar`,
    reason: 'bank of August 2023; the note may be the year’s end',
  },
  {
    audit: '004-7',
    one: `${IN_NOTES}/not-5-arets-resultat/utfall-foregaende-ar`,
    other: `${DALARNA}/resultatrakning/arets-resultat/utfall-foregaende-ar`,
    reason: 'the result of the whole of 2023 stands in a column for August',
  },
];
