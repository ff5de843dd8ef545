// Figures of years before the association joined: typed in once, replaced as a whole when they were typed in wrong.
import { canonicalJson, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { type ReportedFiguresEvent, reportedFiguresEvents, reportedFiguresSchema } from './reported-figures.events';

export const ReportFigures = defineCommand('ReportFigures', reportedFiguresSchema);
type ReportedFiguresCommand = CommandsOf<readonly [typeof ReportFigures]>;

const refuse = refusals({
  'ledger/line-twice': { status: 422, text: 'Raden {line} står två gånger.' },
  'ledger/nothing-reported': { status: 422, text: 'Ange minst en uppgift.' },
});

interface ReportedFigures {
  last: string | undefined;
}

export const reportedFiguresDecider: Decider<ReportedFigures, ReportedFiguresCommand, ReportedFiguresEvent> = {
  name: 'ledger/reported-figures',
  commands: [ReportFigures],
  events: reportedFiguresEvents,
  stream: ({ data }) => `reported-figures-${data.layoutId}-${data.period}`,
  initialState: () => ({ last: undefined }),
  evolve: (_, event) => ({ last: canonicalJson(event.data) }),
  decide: ({ data }, { last }) => {
    const { figures, counts = [] } = data;
    if (figures.length + counts.length === 0) throw refuse('ledger/nothing-reported', { pointer: '/figures' });
    const lines = new Set<string>();
    const once = (field: string) => (row: { line: string }, index: number) => {
      const { line } = row;
      if (lines.has(line)) throw refuse('ledger/line-twice', { line, pointer: `/${field}/${index}/line` });
      lines.add(line);
    };
    figures.forEach(once('figures'));
    counts.forEach(once('counts'));
    return last === canonicalJson(data) ? [] : [{ type: 'FiguresReported', data }];
  },
};
