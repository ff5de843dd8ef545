// The reports of the demo associations, as the golden tables ask for them.
import { readDemo, type Slug, SLUGS } from './demo/demo-files';
import { fromScratch, type ReportTables } from './from-scratch';

/** One report of each association, by slug. To be ordered of the whole stack; until then reckoned from scratch. */
export async function demoReports(): Promise<Record<Slug, ReportTables>> {
  const reports = SLUGS.map((slug) => [slug, fromScratch(readDemo(slug))] as const);
  return Object.fromEntries(reports) as Record<Slug, ReportTables>;
}
