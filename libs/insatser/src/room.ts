// What this room adds to an installation.
import type { AnyDecider, EventDefinition, ProjectionGroup } from '@finsam/kernel';
import { exitReasonsDecider } from './exit-reasons/exit-reasons.decider';
import { exitReasons } from './exit-reasons/exit-reasons.projection';
import { insatsDecider } from './insats/insats.decider';
import { insatser } from './insats/insats.projection';
import { participationDecider } from './participation/participation.decider';
import { participations } from './participation/participation.projection';
import { staffingDecider } from './staffing/staffing.decider';
import { staffing } from './staffing/staffing.projection';

export const insatserDeciders: readonly AnyDecider[] = [
  insatsDecider,
  exitReasonsDecider,
  participationDecider,
  staffingDecider,
];
export const insatserEvents: readonly EventDefinition[] = insatserDeciders.flatMap(({ events }) => events);
export const insatserGroup: ProjectionGroup = {
  name: 'insatser',
  projections: [insatser, exitReasons, participations, staffing],
};
