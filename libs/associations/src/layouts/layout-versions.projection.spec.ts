import { businessDate } from '@finsam/kernel';
import { projectionSpec } from '@finsam/kernel/testing';
import { layoutVersionsProjection } from './layout-versions.projection';
import { LayoutAdopted } from './layouts.events';
import { layoutDecision as decision, smallLayout } from './testing';

it('every version of a layout is kept, each with its own decision', () => {
  const second = { ...smallLayout, version: 2, title: 'Resultat' };
  const later = { ...decision, on: businessDate('2025-02-07') };
  const row = { layout_id: 'resultatrakning', version: 1, title: smallLayout.title, decision, body: smallLayout };
  projectionSpec(layoutVersionsProjection)
    .given(LayoutAdopted({ layout: smallLayout, decision }), LayoutAdopted({ layout: second, decision: later }))
    .then(
      { ...row, adopted_at: 1 },
      { ...row, version: 2, title: 'Resultat', decision: later, body: second, adopted_at: 2 },
    );
});
