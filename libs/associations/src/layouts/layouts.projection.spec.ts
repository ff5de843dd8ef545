import { projectionSpec } from '@finsam/kernel/testing';
import { LayoutAdopted } from './layouts.events';
import { layoutsProjection } from './layouts.projection';
import { layoutDecision as decision, smallLayout } from './testing';

const adopted = (layout: typeof smallLayout) => LayoutAdopted({ layout, decision });

describe('the layouts of an association', () => {
  it('are the latest version of each', () => {
    const second = { ...smallLayout, version: 2, title: 'Resultat' };
    const other = { ...smallLayout, id: 'driftredovisning', title: 'Drift' };
    projectionSpec(layoutsProjection)
      .given(adopted(smallLayout), adopted(other), adopted(second))
      .then(
        { layout_id: 'resultatrakning', place: 1, version: 2, title: 'Resultat', body: second },
        { layout_id: 'driftredovisning', place: 2, version: 1, title: 'Drift', body: other },
      );
  });
});
