// A printed report that anybody may have reconciled; nothing comes of it but an answer.
import type { Example } from './example';

const lines = ['Rapport;Ett exempel', 'Tabell;t;Tabell;kr', 'rad;text;summa av;A', 'a;Del;;1', 'b;Summa;a;1'];
const text = lines.map((line) => `${line}\r\n`).join('');

export const exampleGranska: readonly Example[] = [
  {
    operation: 'reconciliation.check',
    query: 'format=json',
    body: {},
    other: null,
    events: 0,
    file: { type: 'text/csv', text, other: text },
  },
];

export const readGranska = { 'reconciliation.template': { query: 'format=csv' } };
