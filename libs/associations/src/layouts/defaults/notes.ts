// The notes to the statements: income by member, costs by activity and by kind, claims and debts.
import type { Layout } from '../layout-shape';
import { postKinds, type Registers } from './registers';
import * as rows from './rows';

const { line, sum } = rows;

export function notIntakter(registers: Registers): Layout {
  const contributions = rows.contributionRows(registers);
  const parts = [
    ...contributions,
    line('forsaljning', 'Försäljning', -1, [
      [3000, CONTRIBUTIONS_FROM - 1],
      [3600, 3699],
    ]),
    line('bidrag-och-ersattningar', 'Erhållna bidrag och ersättningar', -1, [[3540, 3599]]),
    line('ovriga-intakter', 'Övriga intäkter', -1, [[3700, 3999]]),
  ];
  return {
    ...rows.flow(
      'not-2',
      'Not 2. Verksamhetens intäkter',
      [
        { ...rows.UTFALL, label: '{to}' },
        { ...rows.UTFALL_FORRA_ARET, label: '{to}' },
      ],
      [...parts, sum('summa', 'Summa', rows.ids(parts))],
    ),
    covers: [[3000, 3999]],
  };
}

const CONTRIBUTIONS_FROM = 3510;

export function notKostnader(registers: Registers): Layout {
  const parts = rows.costRows(registers);
  return {
    ...rows.flow(
      'not-3',
      'Not 3. Verksamhetens kostnader',
      [rows.BUDGET, { ...rows.UTFALL, label: '{to}' }, { ...rows.UTFALL_FORRA_ARET, label: '{to}' }],
      [...parts, sum('totalt', 'Totalt', rows.ids(parts))],
    ),
    covers: [[4000, 7999]],
    coversKinds: [...postKinds(registers.kinds).costs],
  };
}

const KINDS: readonly (readonly [id: string, label: string, from: number, to: number])[] = [
  ['lamnade-bidrag', 'Lämnade bidrag', 4000, 4599],
  ['kopta-insatser', 'Köp av insatser och utbildning', 4600, 4999],
  ['loner', 'Löner och kostnadsersättningar', 5000, 5599],
  ['sociala-avgifter', 'Sociala avgifter', 5600, 5699],
  ['pensionskostnader', 'Pensionskostnader', 5700, 5999],
  ['lokaler', 'Lokaler', 6000, 6099],
  ['ovriga-kostnader', 'Övriga kostnader', 6100, 7399],
  ['kopta-tjanster', 'Köpta tjänster', 7400, 7499],
  ['arvoden-och-diverse', 'Arvoden, möten och diverse', 7500, 7899],
  ['avskrivningar', 'Avskrivningar', 7900, 7999],
];

export const notKostnadsslag: Layout = {
  ...rows.flow(
    'not-3-kostnadsslag',
    'Not 3. Verksamhetens kostnader per kostnadsslag',
    [
      { ...rows.UTFALL, label: '{to}' },
      { ...rows.UTFALL_FORRA_ARET, label: '{to}' },
    ],
    [
      ...KINDS.map(([id, label, from, to]) => line(id, label, 1, [[from, to]])),
      sum(
        'totalt',
        'Totalt',
        KINDS.map(([id]) => id),
      ),
    ],
  ),
  covers: [[4000, 7999]],
};

function balanceNote(id: string, title: string, sign: 1 | -1, lines: typeof KINDS): Layout {
  return {
    ...rows.balance(
      id,
      title,
      [{ ...rows.UTFALL, label: '{to}' }, rows.FORRA_ARSSKIFTET],
      [
        ...lines.map(([row, label, from, to]) => line(row, label, sign, [[from, to]])),
        sum(
          'summa',
          'Summa',
          lines.map(([row]) => row),
        ),
      ],
    ),
    covers: [[lines[0]![2], lines.at(-1)![3]]],
  };
}

export const notFordringar = balanceNote('not-4', 'Not 4. Fordringar', 1, [
  ['forrad', 'Förråd', 1400, 1499],
  ['kundfordringar', 'Kundfordringar och fordringar på medlemmar', 1500, 1599],
  ['skattekonto', 'Skattekonto', 1600, 1649],
  ['fordran-moms', 'Fordran moms', 1650, 1659],
  ['ovriga-kortfristiga-fordringar', 'Övriga kortfristiga fordringar', 1660, 1699],
  ['forutbetalda-kostnader', 'Förutbetalda kostnader', 1700, 1759],
  ['upplupna-intakter', 'Upplupna intäkter', 1760, 1789],
  ['ovriga-interimsfordringar', 'Övriga interimsfordringar', 1790, 1799],
  ['kortfristiga-placeringar', 'Kortfristiga placeringar', 1800, 1899],
]);

export const notSkulder = balanceNote('not-5', 'Not 5. Kortfristiga skulder', -1, [
  ['leverantorsskulder', 'Leverantörsskulder', 2400, 2499],
  ['skatteskulder', 'Skatteskulder', 2500, 2599],
  ['moms', 'Moms', 2600, 2699],
  ['personalskatt', 'Personalens skatter', 2700, 2729],
  ['sociala-avgifter', 'Lagstadgade sociala avgifter', 2730, 2799],
  ['ovriga-kortfristiga-skulder', 'Övriga kortfristiga skulder', 2800, 2899],
  ['upplupna-loner', 'Upplupna löner', 2900, 2919],
  ['semesterloner', 'Upplupna semesterlöner', 2920, 2939],
  ['upplupna-sociala-avgifter', 'Upplupna sociala avgifter', 2940, 2949],
  ['upplupna-pensionskostnader', 'Upplupna pensionskostnader och särskild löneskatt', 2950, 2969],
  ['forutbetalda-intakter', 'Förutbetalda intäkter', 2970, 2989],
  ['ovriga-interimsskulder', 'Övriga upplupna kostnader', 2990, 2999],
]);
