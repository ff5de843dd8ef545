// What tidy reads and what it says.

export interface TextFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  /** A warning is printed; an error fails the run. */
  readonly severity: 'error' | 'warning';
  readonly path: string;
  /** Counted from 1; absent when the finding is about the file as a whole. */
  readonly line?: number;
  readonly message: string;
}

export type Rule = (file: TextFile) => Iterable<Finding>;

export function error(rule: string, path: string, message: string, line?: number): Finding {
  return { rule, severity: 'error', path, message, ...(line === undefined ? {} : { line }) };
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** One finding for each line that holds the pattern. */
export function* linesWith(file: TextFile, pattern: RegExp, rule: string, message: string): Generator<Finding> {
  for (const [index, line] of file.text.split('\n').entries()) {
    if (pattern.test(line)) yield error(rule, file.path, message, index + 1);
  }
}
