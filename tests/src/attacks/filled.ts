// Statements of the list for one table, and pairs that differ only in a value: one that a foreign row has, one that no
// row has. If anything told them apart, contents could be guessed one by one.
import { ON_A_TABLE } from './table-statements';
import { CANARY_NUMBER, type Column, type Table, valueOf } from './world';

export function literal(value: unknown, type: string): string {
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  return `'${String(value).replaceAll("'", "''")}'::${type}`;
}

const foreign = (column: Column) => literal(valueOf(column, 2), column.type);
/** As another's, but for what the attacker would read: his statement must not bring the canary with it. */
const another = (column: Column) => (column.name === 'association_id' ? '2' : literal(valueOf(column, 1), column.type));

export function statementsOn({ name, columns }: Table): string[] {
  const content = contentOf(columns)[0] ?? columns[0]!;
  const words: Readonly<Record<string, string>> = {
    t: name,
    c: `"${content.name}"`,
    all: columns.map((column) => `"${column.name}"`).join(', '),
    row: columns.map(another).join(', '),
  };
  return ON_A_TABLE.map((statement) => statement.replace(/\{(t|c|all|row)\}/g, (_, word: string) => words[word]!));
}

const contentOf = (columns: readonly Column[]) =>
  columns.filter((column) => typeof valueOf(column, 2) === 'string' || valueOf(column, 2) === CANARY_NUMBER);

export interface Pair {
  readonly there: string;
  readonly nowhere: string;
}

const PLAIN = 'set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off; ';
const COUNTED = 'explain (analyze, buffers, costs off, timing off, summary off)';

/** How a value may be asked for; `=` alone is ordered by the planner in other ways than the others. */
const CONDITIONS = (column: string, value: string): string[] => [
  `${column} = ${value}`,
  `${column} = any (array[${value}])`,
  `${column} >= ${value} and ${column} <= ${value}`,
];

export function pairsOn(table: Table): Pair[] {
  const own = table.columns.filter(({ type }) => type !== 'json');
  const content = contentOf(own).filter(({ name }) => !['format', 'status', 'receiver', 'stream'].includes(name));
  const longest = own.find(({ name }) => name === 'body');
  const select = (condition: string) => [
    `explain select from ${table.name} where ${condition}`,
    `${PLAIN}${COUNTED} select from ${table.name} where ${condition}`,
    `${PLAIN}${COUNTED} select from ${table.name} where ctid = '(0,2)' and ${condition}`,
    ...(longest ? [`${PLAIN}${COUNTED} select from ${table.name} where ${condition} and body >= 'x'`] : []),
  ];
  const asked = content.flatMap((column) => {
    const [there, nowhere] = [foreign(column), literal(nobodys(column), column.type)].map((value) =>
      CONDITIONS(`"${column.name}"`, value).flatMap(select),
    );
    return there!.map((statement, index) => ({ there: statement, nowhere: nowhere![index]! }));
  });
  return [...asked, ...insertsInto(table, content)];
}

/** The keys of another's row, and its values in a row of one's own: each the same with a value that nobody has. */
function insertsInto({ name, columns }: Table, content: readonly Column[]): Pair[] {
  const row = (value: (column: Column) => unknown) =>
    `insert into ${name} values (${columns.map((column) => literal(value(column), column.type)).join(', ')})`;
  const anothers = (one?: Column) => row((column) => (column === one ? nobodys(column) : valueOf(column, 2)));
  const own = (one?: Column) =>
    row((column) => {
      if (!content.includes(column)) return valueOf(column, 1);
      return column === one ? valueOf(column, 2) : nobodys(column);
    });
  return content.flatMap((column) => [
    ...['', ' on conflict do nothing', ' on conflict do nothing returning *'].map((ending) => ({
      there: anothers() + ending,
      nowhere: anothers(column) + ending,
    })),
    { there: `begin; ${own(column)}; rollback`, nowhere: `begin; ${own()}; rollback` },
  ]);
}

/** As long as the other's, so that only the content differs. */
function nobodys(column: Column): unknown {
  const value = valueOf(column, 2);
  if (typeof value === 'number') return value + 1;
  if (column.type === 'uuid') return '00000000-0000-4000-8000-000000000009';
  if (column.type === 'json') return '{}';
  if (column.type !== 'text') return '2025-04-02';
  return String(value).replace(/^.../, 'zzz');
}
