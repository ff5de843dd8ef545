// Taste that a program can check is checked on every run, so that nobody has to argue about it in a review.
import type { Finding, Rule, TextFile } from './finding';
import { machinePath, muted, openTask, registryAddress, silentSpec } from './leftovers';
import { asciiIdentifiers, asciiPath, crowdedFolders, emptyName, fileSuffix, folderName } from './names';
import { eventWords, identityNumber, participationText } from './people';
import { fileSize, lineLength, whitespace } from './size';

const RULES: readonly Rule[] = [
  fileSize,
  lineLength,
  whitespace,
  folderName,
  fileSuffix,
  emptyName,
  asciiPath,
  asciiIdentifiers,
  eventWords,
  participationText,
  identityNumber,
  openTask,
  muted,
  silentSpec,
  machinePath,
  registryAddress,
];

/** Everything that is untidy in these files, in the order of the files. */
export function tidy(files: readonly TextFile[]): Finding[] {
  return [...files.flatMap((file) => RULES.flatMap((rule) => [...rule(file)])), ...crowdedFolders(files)];
}
