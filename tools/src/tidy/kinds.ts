// What sort of file a path is. Every rule says by these words where it holds.
import type { TextFile } from './finding';

export const isTypeScript = (path: string) => /\.[cm]?ts$/.test(path);

export const isCode = (path: string) => /\.(?:[cm]?[jt]s|sql|sh)$/.test(path);

export const isSpec = (path: string) => path.endsWith('.spec.ts');

/** Tests may hold what the program may not: invented people, broken texts. */
export const isTest = (path: string) => isSpec(path) || path.startsWith('tests/');

/** Printed tables, compared byte for byte. */
export const isGolden = (path: string) => path.startsWith('tests/src/golden/') && !isTypeScript(path);

export const isEvents = (path: string) => path.endsWith('.events.ts');

export const isLibrarySource = (path: string) => /^libs\/[^/]+\/src\/.*\.[cm]?ts$/.test(path);

/** Written by a program: in a folder of that name, or saying so at its head. */
export function isGenerated({ path, text }: TextFile): boolean {
  const head = text.slice(0, 400);
  return /(?:^|\/)generated\//.test(path) || path === 'package-lock.json' || /generated\b.*\bdo not edit/i.test(head);
}

/** Typed by a person, so that white space in it is ours to keep clean. */
export function isHandWritten(file: TextFile): boolean {
  const typed =
    isCode(file.path) || /\.(?:md|json|ya?ml|toml|html|css|typ)$|(?:^|\/)(?:Dockerfile|run|\.[a-z]+)$/.test(file.path);
  return typed && !isGolden(file.path) && !isGenerated(file);
}

export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export const foldersOf = (path: string) => path.split('/').slice(0, -1);
