// Figures of years before the association joined: typed in once, replaced as a whole when they were typed in wrong.
import { canonicalJson, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { type ReportedFiguresEvent, reportedFiguresEvents, reportedFiguresSchema } from './reported-figures.events';

export const ReportFigures = defineCommand('ReportFigures', reportedFiguresSchema);
type ReportedFiguresCommand = CommandsOf<readonly [typeof ReportFigures]>;

const refuse = refusals({ 'ledger/line-twice': { status: 422, text: 'Raden {line} står två gånger.' } });

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
    const lines = new Set<string>();
    data.figures.forEach(({ line }, index) => {
      if (lines.has(line)) throw refuse('ledger/line-twice', { line, pointer: `/figures/${index}/line` });
      lines.add(line);
    });
    return last === canonicalJson(data) ? [] : [{ type: 'FiguresReported', data }];
  },
};
