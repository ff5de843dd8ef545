import { readReport, reconcile, reconciliationText, reportFormSchema, RULES } from '@finsam/reporting';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { found } from './audit';

const docs = join(__dirname, '..', '..', '..', 'docs');
const read = (file: string) => readFileSync(join(docs, file), 'utf8');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('docs/granska', () => {
  it('holds the schema that reports are read by', () => {
    const schema = { title: 'Rapport att granska', ...z.toJSONSchema(reportFormSchema, { io: 'input' }) };
    // UPDATE_GOLDEN=1 writes it anew; a person reads the difference.
    if (process.env['UPDATE_GOLDEN'])
      writeFileSync(join(docs, 'granska', 'schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(read('granska/schema.json'))).toEqual(schema);
  });

  it('shows what its example gives', () => {
    const report = readReport(read('granska/exempel.json'));
    expect(read('granska.md')).toContain(plain(reconciliationText(report.title, reconcile(report))));
  });

  it('shows the same report as a spreadsheet, which gives the same', () => {
    const [json, csv] = ['exempel.json', 'exempel.csv'].map((file) => readReport(read(`granska/${file}`)));
    expect(reconcile(csv!)).toEqual(reconcile(json!));
    expect(reconcile(csv!)).toHaveLength(2);
  });

  it('shows lines that are a report', () => {
    const [, lines = ''] = /```\n(Rapport;[^]*?)```/.exec(read('granska.md')) ?? [];
    const { relations, claims } = readReport(lines);
    expect([relations.length, claims.length]).toEqual([2, 2]);
  });

  it('names every rule, and every item that is found', () => {
    const page = read('granska.md');
    const rules = Object.entries(RULES).filter(
      ([name, { severity }]) => !rowOf(page, `\`${name}\``)?.includes(severity),
    );
    expect(rules).toEqual([]);
    const numbers = Object.values(found).flatMap((items) => Object.keys(items));
    expect(numbers.filter((number) => !page.includes(number))).toEqual([]);
  });
});

const rowOf = (page: string, start: string) => page.split('\n').find((line) => line.startsWith(`| ${start} `));
