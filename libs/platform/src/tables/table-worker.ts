// Runs in a thread of its own: reads one file after the other and says what came of each.
import { answerFromThread } from '../threads/answer-from-thread';
import { parseTable } from './parse-table';

answerFromThread((bytes: Uint8Array) => parseTable(Buffer.from(bytes)));
