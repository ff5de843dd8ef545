// The look of a report, on paper first: A4, numbers in line, and contrasts that WCAG AA asks for.

/** Text colours and the colours they stand on. The spec reckons their contrasts. */
export const COLOURS = {
  ink: '#1b1b1b',
  quiet: '#4d4d4d',
  accent: '#1f4e5f',
  paper: '#ffffff',
  band: '#eef3f5',
} as const;

const { ink, quiet, accent, paper, band } = COLOURS;

export const STYLE = `
  @page { size: A4; margin: 18mm 15mm 20mm; @bottom-right { content: "Sida " counter(page) " av " counter(pages); } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; color: ${ink}; background: ${paper};
    font: 1rem/1.45 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
  header { border-bottom: 3px solid ${accent}; margin-bottom: 2rem; }
  h1 { margin: 0 0 .5rem; font-size: 1.9rem; line-height: 1.2; color: ${accent}; }
  h2 { margin: 0; font-size: 1.3rem; line-height: 1.3; color: ${accent}; }
  header p { margin: 0 0 .4rem; }
  section { margin: 0 0 2.5rem; }
  .table { overflow-x: auto; }
  .table:focus { outline: 3px solid ${accent}; outline-offset: 2px; }
  table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
  caption { text-align: left; margin-bottom: .5rem; break-after: avoid; }
  caption p { margin: 0; color: ${quiet}; }
  th, td { padding: .22rem .5rem; vertical-align: baseline; }
  thead { display: table-header-group; }
  thead th { text-align: right; border-bottom: 2px solid ${accent}; }
  tbody th { text-align: left; font-weight: normal; }
  tbody td { text-align: right; white-space: nowrap; }
  tr { break-inside: avoid; }
  tr.heading { break-after: avoid; }
  tr.heading th { font-weight: bold; padding-top: .8rem; }
  tr.sum th, tr.sum td { font-weight: bold; background: ${band}; border-top: 1px solid ${accent}; }
  .level-2 > th { padding-left: 1.3rem; }
  .level-3 > th { padding-left: 2.1rem; }
  .level-4 > th { padding-left: 2.9rem; }
  .heading.level-2 > th { font-style: italic; }
  .reference, .notes, footer { color: ${quiet}; }
  .reference { margin-left: .4rem; font-size: .9em; }
  .notes { margin: .6rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
  footer { border-top: 1px solid ${accent}; padding-top: .6rem; font-size: .9rem; }
  footer p { margin: 0 0 .2rem; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media print {
    body { padding: 0; max-width: none; font-size: 10pt; }
    .table { overflow: visible; }
    tr.sum th, tr.sum td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  }
`;
