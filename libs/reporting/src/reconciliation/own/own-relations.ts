// What belongs to what in our own tables, from their layouts and selectors alone. Nothing is guessed from a label.
import type { LinearRelation, Relation } from '../typed/report-form';
import { datedColumns, type MadeTable } from './made-table';
import { balanceRelations, forecastEquityRelations, sidesOf } from './relations/balance';
import { cashFlowRelations } from './relations/cash-flow';
import { derivedRelations, givenRelations, shareRelations, sumRelations } from './relations/columns';
import { noteRelations } from './relations/notes';
import { publishedRelations, resultOf, resultRelations } from './relations/results';
import { selectionRelations } from './relations/selections';
import { withRounding } from './reported-rounding';

export function ownRelations(all: readonly MadeTable[]): Relation[] {
  const relations = all.flatMap((made): Relation[] => {
    const published = publishedRelations(made);
    return [
      ...sumRelations(made, (row, column) => repeats(published, `${made.layout.id}/${row}/${column}`)),
      ...published,
      ...derivedRelations(made),
      ...shareRelations(made),
      ...givenRelations(made, all),
      ...balanceRelations(made),
      ...forecastEquityRelations(made, all),
      ...cashFlowRelations(made, all),
      ...noteRelations(made, all),
    ];
  });
  const together = [...relations, ...resultRelations(all), ...selectionRelations(all)];
  return once(together).map((relation) => withRounding(relation, all));
}

/** What a row of ours is to the rules that ask for the causes of a finding. */
export function roleOf(made: MadeTable, row: string): { role?: 'resultat' | 'eget-kapital-och-skulder' } {
  const columns = datedColumns(made);
  if (columns.some((dated) => resultOf(made, dated)?.row === row)) return { role: 'resultat' };
  if (columns.some((dated) => sidesOf(made, dated)?.rest.row === row)) return { role: 'eget-kapital-och-skulder' };
  return {};
}

/** A published result is a total as well: it is asked once, by the rule that says more. */
function repeats(published: readonly LinearRelation[], total: string): boolean {
  return published.some((relation) => relation.total === total);
}

/** One cell held against one other is one question, whichever way it was found: the first rule that asks is kept. */
function once(relations: readonly Relation[]): Relation[] {
  const asked = new Set<string>();
  return relations.filter((relation) => {
    if (relation.rule === 'andel' || relation.parts.length > 1) return true;
    const [part = ''] = relation.parts;
    const pair = [relation.total, part.replace(/^-/, '')].sort().join(' ');
    return asked.size < asked.add(pair).size;
  });
}
