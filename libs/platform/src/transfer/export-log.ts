// Writes an association's logs with their seals to a file: to move, to archive, to leave, to restore from.
import type { Databases } from '../databases/databases';
import type { LogRef } from '../event-store/event-store';
import { eventPages, sealPages, storedHeads } from '../seal/verify-logs';
import { fileHeader, LogFileWriter } from './log-file';

/** The lines of the file, as they were at one moment. Throws if there is no such association. */
export async function exportLogs(
  databases: Databases,
  slug: string,
  write: (text: string) => Promise<void>,
): Promise<{ readonly events: number }> {
  return databases.auditor().transaction(async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const heads = await storedHeads(client, slug);
    if (heads.length === 0) throw new Error(`there is no association ${slug}`);
    const file = new LogFileWriter();
    await write(file.line(fileHeader(slug)));
    let count = 0;
    for (const { owner, kind, logId, position, recordedAt } of heads) {
      const log = { owner, kind } as LogRef;
      await write(file.line({ part: 'log', kind: kind as 'record' | 'audit', logId, position, recordedAt }));
      for await (const page of eventPages(client, log)) {
        await write(page.map((event) => file.line({ part: 'event', event })).join(''));
        count += page.length;
      }
      for await (const page of sealPages(client, log)) {
        await write(page.map((seal) => file.line({ part: 'seal', seal })).join(''));
      }
    }
    await write(file.end());
    return { events: count };
  });
}
