// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { associationDecider } from './association/association.decider';
import { associationProjections } from './association/association.projection';
import { layoutVersionsProjection } from './layouts/layout-versions.projection';
import { layoutsDecider } from './layouts/layouts.decider';
import { layoutsProjection } from './layouts/layouts.projection';

export const associationDeciders: readonly AnyDecider[] = [associationDecider, layoutsDecider];
export const associationsGroup: ProjectionGroup = {
  name: 'associations',
  projections: [...associationProjections, layoutsProjection, layoutVersionsProjection],
};
