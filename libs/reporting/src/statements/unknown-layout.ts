// The refusal of a statement that the association has no layout for, wherever it was asked for.
import { refusals } from '@finsam/kernel';

const refuse = refusals({
  'statement/unknown-layout': { status: 404, text: 'Förbundet har ingen uppställning {layout}.' },
});

/** `pointer`: where the layout was named. */
export const unknownLayout = (layout: string, pointer: string) =>
  refuse('statement/unknown-layout', { layout, pointer });
