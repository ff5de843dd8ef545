// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { reportDecider } from './report/report.decider';
import { publishedReports, reports } from './report/report.projection';

export const reportingDeciders: readonly AnyDecider[] = [reportDecider];
export const reportingGroup: ProjectionGroup = {
  name: 'reporting',
  projections: [reports],
  outbox: [publishedReports],
};
