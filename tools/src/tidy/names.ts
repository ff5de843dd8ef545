// Names of files and folders say the thought, not the kind of code.
import ts from 'typescript';
import { type Finding, type Rule, type TextFile, error, lineAt } from './finding';
import { foldersOf, isCode, isGolden, isLibrarySource, isSpec, isTypeScript, nameOf } from './kinds';

const FOLDERS_REFUSED = new Set(['utils', 'helpers', 'common', 'shared', 'services', 'managers', 'dto']);
const FILES_IN_FOLDER_MAX = 12;
const SUFFIX = '(?:\\.(?:events|decider|projection|http|job|module))?';
const TEST_SUFFIX = '(?:\\.(?:spec|int\\.spec|e2e\\.spec|contract))?';
const FILE_NAME = new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*${SUFFIX}${TEST_SUFFIX}\\.ts$`);
const NOT_ASCII = /[^\u0020-\u007e]/;

export const folderName: Rule = function* ({ path }) {
  const refused = foldersOf(path).find((folder) => FOLDERS_REFUSED.has(folder.toLowerCase()));
  if (refused) yield error('folder-name', path, `a folder called ${refused} says nothing: name the thought`);
};

export const fileSuffix: Rule = function* ({ path }) {
  if (!isLibrarySource(path) || FILE_NAME.test(nameOf(path))) return;
  yield error(
    'file-suffix',
    path,
    'name it kebab-noun.suffix.ts: events decider projection http job module, then spec int.spec e2e.spec contract',
  );
};

/** A helper of what? A manager of what? The answer is the name. */
export const emptyName: Rule = function* ({ path }) {
  if (!isLibrarySource(path) || isSpec(path)) return;
  const stem = nameOf(path).replace(/\..*$/, '');
  if (/(?:helper|util|manager|impl)s?$/i.test(stem))
    yield error('empty-name', path, `${stem} names a habit, not a thought`);
};

export const asciiPath: Rule = function* ({ path }) {
  if (NOT_ASCII.test(path))
    yield error('ascii-path', path, 'fold the name to ASCII: a, a and o for their marked sisters');
};

/** Prose and texts for people are spelled right; identifiers are ASCII. */
export const asciiIdentifiers: Rule = function* (file) {
  if (!isTypeScript(file.path) || !NOT_ASCII.test(file.text.replaceAll('\n', ' '))) return;
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && NOT_ASCII.test(node.text)) {
      const line = lineAt(file.text, node.getStart(source));
      found.push(error('ascii-identifier', file.path, `the identifier ${node.text} is not ASCII`, line));
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
  visit(source);
  yield* found;
};

export function* crowdedFolders(files: readonly TextFile[]): Generator<Finding> {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    if (!isCode(path) || isGolden(path)) continue;
    const folder = foldersOf(path).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  for (const [path, count] of counts) {
    if (count <= FILES_IN_FOLDER_MAX) continue;
    const message = `${count} files in one folder: two thoughts may live here`;
    yield { rule: 'crowded-folder', severity: 'warning', path, message };
  }
}
