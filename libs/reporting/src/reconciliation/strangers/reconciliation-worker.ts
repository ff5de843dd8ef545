// Runs in a thread of its own: reads one report after the other, reconciles it and forgets it.
import { answerFromThread } from '@finsam/platform/files';
import { reconciliationAnswer } from './reconciliation-answer';

answerFromThread(reconciliationAnswer);
