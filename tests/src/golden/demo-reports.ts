// The demo's reports as the whole service makes them: sent over HTTP, projected, ordered, and made by a worker.
import { makeReport, readDemos, seedDemo } from '@finsam/cli';
import type { ReportDocument } from '@finsam/reporting';
import { testService } from '../service';
import type { Slug } from './demo/demo-files';

/** The first report of each demo association, by slug. */
export async function demoReports(): Promise<Record<Slug, ReportDocument>> {
  const { url, config, stop } = await testService();
  try {
    const reports: Record<string, ReportDocument> = {};
    for (const demo of readDemos()) {
      await seedDemo(url, config, demo);
      const { type, period } = demo.reports[0]!;
      const { json } = await makeReport(url, config, demo.slug, { type, period }, `golden-${demo.slug}`);
      reports[demo.slug] = JSON.parse(json) as ReportDocument;
    }
    return reports as Record<Slug, ReportDocument>;
  } finally {
    await stop();
  }
}
