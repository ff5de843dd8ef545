// The demo: loaded into an empty database, its reports made, adopted and published, and all of it written to files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listAssociations, recordOf } from '@finsam/platform';
import { acceptFindings, makeReport, nationalFigures, publishReport } from './reports';
import { type Demo, type DemoReport, readDemos, seedDemo } from './seed';
import type { RunningService } from './start';

/** The demos that belong in this database: all in an empty one, none in one with other associations only. */
async function demosFor({ installation }: RunningService): Promise<readonly Demo[]> {
  const known = await listAssociations(installation.databases);
  const demos = readDemos();
  return known.length === 0 || known.some(({ slug }) => demos.some((demo) => demo.slug === slug)) ? demos : [];
}

/** Loads what is not loaded yet, also what an earlier start left half-way. */
export async function loadDemos(service: RunningService): Promise<readonly Demo[]> {
  const demos = await demosFor(service);
  await Promise.all(demos.map((demo) => loadDemo(service, demo)));
  return demos;
}

async function loadDemo({ url, installation }: RunningService, demo: Demo): Promise<void> {
  const { databases, store, config } = installation;
  const known = (await listAssociations(databases)).find(({ slug }) => slug === demo.slug);
  // Registration and requests leave an event each; told again they would leave none.
  if (known && (await store.head(recordOf(known.id))) > demo.requests.length) return;
  await seedDemo(url, config, demo);
}

/** Tells the path of each report as it is finished, then of the national table; none when there is no demo here. */
export async function writeDemoReports(service: RunningService, finished: (file: string) => void): Promise<void> {
  const demos = await demosFor(service);
  if (demos.length === 0) return;
  const folder = join(service.installation.config.dataFolder, 'rapporter');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    finished(file);
  };
  // Each association's reports are ordered as soon as its own figures are in.
  await Promise.all(
    demos.map(async (demo) => {
      await loadDemo(service, demo);
      for (const report of demo.reports) {
        const { name, json, html } = await publishDemoReport(service, demo.slug, report);
        write(`${name}.json`, json);
        write(`${name}.html`, html);
      }
    }),
  );
  write('nationellt_2024.json', await nationalFigures(service.url, service.installation.config, 2024));
}

type Service = Pick<RunningService, 'url' | 'installation'>;

/** What the draft has to answer for is accepted where the demo says why; the report made anew prints the reasons. */
export async function makeDemoReport({ url, installation }: Service, slug: string, report: DemoReport) {
  const { type, period } = report;
  const key = `demo-${slug}-${type}-${period}`;
  const make = (under: string) => makeReport(url, installation.config, slug, { type, period }, under);
  const draft = await make(key);
  const accepted = await acceptFindings(url, installation.config, slug, draft, report);
  return accepted === 0 ? draft : make(`${key}-godtagen`);
}

/** Makes, adopts and publishes one of a demo's reports; told again, it is the same report. */
export async function publishDemoReport({ url, installation }: Service, slug: string, report: DemoReport) {
  const { type, period } = report;
  const made = await makeDemoReport({ url, installation }, slug, report);
  await publishReport(url, installation.config, slug, made.reportId, report);
  return { ...made, name: `${slug}_${type}_${period.replace('..', '_')}` };
}
