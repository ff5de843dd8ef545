// What this room adds to an installation.
import type { AnyDecider, ProjectionGroup } from '@finsam/kernel';
import { acceptanceDecider } from './reconciliation/acceptance/acceptance.decider';
import { acceptances } from './reconciliation/acceptance/acceptances.projection';
import { reportDecider } from './report/report.decider';
import { publishedReports, reports } from './report/report.projection';

export const reportingDeciders: readonly AnyDecider[] = [reportDecider, acceptanceDecider];
export const reportingGroup: ProjectionGroup = {
  name: 'reporting',
  projections: [reports, acceptances],
  outbox: [publishedReports],
};
