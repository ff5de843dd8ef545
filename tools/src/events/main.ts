// `npm run events`: writes the event catalogue and its schemas, and takes away what is of no event.
import { deciders, groups } from '@finsam/assembly';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventFiles, olderSchemas } from './event-files';
import { SCHEMAS } from './schemas';

const root = join(__dirname, '../../..');
const files = eventFiles(deciders, groups);
const kept = new Set([...files.keys(), ...olderSchemas(deciders)]);
mkdirSync(join(root, SCHEMAS), { recursive: true });
for (const [path, text] of files) writeFileSync(join(root, path), text);
for (const name of readdirSync(join(root, SCHEMAS))) {
  if (!kept.has(`${SCHEMAS}/${name}`)) rmSync(join(root, SCHEMAS, name));
}
console.log(`events: ${files.size} files written`);
