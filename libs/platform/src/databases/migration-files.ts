// The numbered migrations, in order.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// src/databases and dist/databases lie equally deep below the package.
const FOLDER = join(__dirname, '..', '..', 'migrations');
export function migrationFiles(): { file: string; text: string; sha256: string }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      return { file, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}
