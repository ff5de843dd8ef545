// SQL by chance: statements that mean something often enough, over every table, column and trick of the list.
import type { Chance } from '../faults/chance';
import { ON_THE_DATABASE } from './database-statements';
import { statementsOn } from './filled';
import type { Table } from './world';

export function sqlByChance({ between }: Chance, tables: readonly Table[]): () => string {
  const one = <T>(items: readonly T[]): T => items[between(0, items.length - 1)]!;
  const fixed = tables.map(statementsOn);
  const number = () => one(['0', '1', '2', '3', 'null', '-1', '2147483647', '(select 2)', 'log.me() + 1']);
  const column = ({ columns }: Table) => `"${one(columns).name}"`;
  const value = (table: Table, alias: string): string =>
    one([
      () => `${alias}.${column(table)}`,
      () => number(),
      () => `${alias}.${column(table)}::text`,
      () => `coalesce(${alias}.${column(table)}::text, 'x')`,
      () => `(select max(s.${column(table)}::text) from ${table.name} s)`,
      () => `length(${alias}.${column(table)}::text)`,
      () => `${alias}.association_id`,
    ])();
  const condition = (table: Table, alias: string, depth = 0): string =>
    one([
      () => 'true',
      () => `${alias}.association_id ${one(['=', '<>', '>=', 'is distinct from'])} ${number()}`,
      () => `${alias}.${column(table)} is ${one(['', 'not '])}null`,
      () => `${alias}.${column(table)}::text ${one(['~', '>', 'like', '<>'])} 'k'`,
      () => `1 / (${alias}.association_id - 2) > 0`,
      () => `(${alias}.${column(table)}::text)::integer = 1`,
      () => `exists (select from ${one(tables).name} x where x.association_id = ${number()})`,
      () =>
        depth > 2
          ? 'false'
          : [condition, condition]
              .map((each) => each(table, alias, depth + 1))
              .join(one([' or ', ' and ', ' and not '])),
    ])();
  const query = (): string => {
    const [table, other] = [one(tables), one(tables)];
    return one([
      () => `select ${value(table, 'a')}, a.* from ${table.name} a where ${condition(table, 'a')} limit 20`,
      () =>
        `select ${value(table, 'a')}, ${value(other, 'b')} from ${table.name} a ${one(['left', 'full', 'inner'])} join
          ${other.name} b on ${one(['a.association_id = b.association_id', 'true'])} limit 20`,
      () => `select ${one(['max', 'min', 'count', 'json_agg'])}(a.${column(table)}::text) from ${table.name} a`,
      () => `select a.${column(table)} from ${table.name} a union select b.${column(other)} from ${other.name} b`,
    ])();
  };
  const change = (): string => {
    const table = one(tables);
    return one([
      () =>
        `update ${table.name} a set ${column(table)} = ${value(table, 'a')} where ${condition(table, 'a')}
          returning a.*`,
      () => `delete from ${table.name} a where ${condition(table, 'a')} returning a.*`,
      () =>
        `insert into ${table.name} select * from ${table.name} a where ${condition(table, 'a')}
          on conflict do nothing`,
      () => `insert into ${table.name} (association_id) values (${number()}) returning *`,
    ])();
  };
  const wrap = (statement: string): string =>
    one([
      () => statement,
      () => statement,
      () => `explain (analyze, verbose, buffers) ${statement}`,
      () => `begin; ${statement}; savepoint s; ${query()}; rollback to s; commit`,
      () => `set row_security = ${one(['on', 'off'])}; ${statement}`,
      () => `do $$ declare r record; begin for r in ${statement} loop raise notice '%', r; end loop; end $$`,
      () => `prepare p as ${statement}; execute p; deallocate p`,
      () => `with w as (${statement}) select * from w`,
      () => `copy (${statement}) to stdout`,
    ])();
  return () =>
    one([
      () => wrap(query()),
      () => wrap(query()),
      () => wrap(change()),
      () => one(one(fixed)),
      () => one(ON_THE_DATABASE),
    ])();
}
