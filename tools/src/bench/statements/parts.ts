// The parts of `npm run bench -- statements`, in the order they run.
import type { Parts } from '../log/parts';
import { benchAnswers } from './answers';
import { benchOverHttp } from './over-http';

export const statementParts: Parts = [
  { name: 'answers', run: benchAnswers },
  { name: 'http', run: benchOverHttp },
];
