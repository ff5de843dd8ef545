// The expected tables as text files that a person can read.
import { statementText } from '@finsam/reporting';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Slug } from './demo/demo-files';
import type { ReportTables } from './from-scratch';

const FILES: Readonly<Record<Slug, string>> = {
  'sodra-vatterbygden': 'sodra-vatterbygden-2024-h1.txt',
  'sodra-dalarna': 'sodra-dalarna-2024-08.txt',
};

export function goldenText(slug: Slug): string {
  return readFileSync(join(__dirname, FILES[slug]), 'utf8');
}

export function writeGolden(slug: Slug, text: string): void {
  writeFileSync(join(__dirname, FILES[slug]), text);
}

export function tablesText({ statements }: Pick<ReportTables, 'statements'>): string {
  return statements.map(statementText).join('\n');
}
