// Everything that can stop the embedded database, told in Swedish: what is wrong, and what to do about it.

/** Why the embedded database could not be had; stable, for tests and for the caller's exit code. */
export type EmbeddedPostgresErrorCode =
  | 'no-binary'
  | 'binary-unusable'
  | 'no-unprivileged-user'
  | 'damaged-data'
  | 'other-version'
  | 'data-in-use'
  | 'disk-full'
  | 'not-writable'
  | 'initdb-failed'
  | 'exited-at-start'
  | 'start-locked'
  | 'owner-unreachable'
  | 'will-not-stop';

/** Thrown by `startEmbeddedPostgres`; `message` is Swedish and meant for the person at the keyboard. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Refusal = (...words: (string | number)[]) => EmbeddedPostgresError;
const refusal =
  (code: EmbeddedPostgresErrorCode, text: (...words: (string | number)[]) => string): Refusal =>
  (...words) =>
    new EmbeddedPostgresError(code, text(...words));

const OWN_SERVER = 'Sätt DATABASE_URL till en PostgreSQL 15 eller nyare';
const NOT_TOUCHED =
  'Inget har ändrats där: återställ mappen från en säkerhetskopia, ' +
  'eller flytta undan den för att börja med en tom databas.';

export const refusals = {
  noBinary: refusal(
    'no-binary',
    (platform) =>
      `Det finns ingen inbyggd PostgreSQL installerad för ${platform}. ${OWN_SERVER}, ` +
      'eller installera om utan --omit=optional.',
  ),
  binaryUnusable: refusal(
    'binary-unusable',
    (platform, reason) =>
      `Den inbyggda PostgreSQL för ${platform} går inte att köra på den här datorn (${reason}). ${OWN_SERVER}.`,
  ),
  noUnprivilegedUser: refusal(
    'no-unprivileged-user',
    (why) =>
      `PostgreSQL måste köra som en vanlig, namngiven användare, men ${why}. Starta som en sådan användare, ` +
      'lägg till användaren postgres, eller sätt DATABASE_URL till en PostgreSQL 15 eller nyare.',
  ),
  damagedData: refusal(
    'damaged-data',
    (folder, what) => `Databasens mapp ${folder} är skadad: ${what}. ${NOT_TOUCHED}`,
  ),
  otherVersion: refusal(
    'other-version',
    (folder, found, wanted) =>
      `Databasens mapp ${folder} är skriven av PostgreSQL ${found}, men den här versionen kör PostgreSQL ` +
      `${wanted}. ${NOT_TOUCHED}`,
  ),
  dataInUse: refusal(
    'data-in-use',
    (pointer, home) =>
      `${pointer} pekar på en databas som hör till ${home}; mappen ser ut att vara en kopia. Ta bort pekaren ` +
      `${pointer} för att börja med en tom databas här.`,
  ),
  diskFull: refusal(
    'disk-full',
    (folder) => `Disken med ${folder} är full, så databasen kan inte starta. Frigör utrymme och starta igen.`,
  ),
  notWritable: refusal(
    'not-writable',
    (folder) =>
      `Det går inte att skriva i ${folder}. Ge användaren som startar programmet rätt att skriva där, ` +
      'eller starta som den som äger mappen.',
  ),
  initdbFailed: refusal(
    'initdb-failed',
    (folder, line) =>
      `Databasen kunde inte skapas i ${folder}: ”${line}”. Rätta felet och starta igen; ` +
      'inget halvfärdigt ligger kvar.',
  ),
  exitedAtStart: refusal(
    'exited-at-start',
    (folder, line, log) =>
      `PostgreSQL avslutades direkt vid start av ${folder}: ”${line}”. Hela loggen finns i ${log}.`,
  ),
  startLocked: refusal(
    'start-locked',
    (folder, pid) =>
      `Process ${pid} håller sedan länge på att starta databasen i ${folder}. Vänta, eller avsluta den processen.`,
  ),
  ownerUnreachable: refusal(
    'owner-unreachable',
    (folder, pid, reason) =>
      `Databasen i ${folder} ägs av process ${pid}, men svarar inte (${reason}). ` +
      'Avsluta den processen och starta igen.',
  ),
  willNotStop: refusal(
    'will-not-stop',
    (folder, pid) =>
      `PostgreSQL (process ${pid}) för ${folder} går inte att stoppa. Avsluta den processen och starta igen.`,
  ),
};

/** The Swedish line for a server that died under us. */
export function diedMessage(folder: string, line: string, log: string): string {
  return `Databasen i ${folder} stannade oväntat: ”${line}”. Starta om programmet; hela loggen finns i ${log}.`;
}

/** Gives the operating system's refusals our words, and leaves every other error as it is. */
export function inOurWords(error: unknown, folder: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path === undefined || path.startsWith(folder) ? folder : path;
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusals.diskFull(where);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return refusals.notWritable(where);
  return error;
}
