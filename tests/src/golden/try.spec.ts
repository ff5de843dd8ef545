import { statementText } from '@finsam/reporting';
import { demoReports } from './demo-reports';
it('x', async () => {
  const r = await demoReports();
  for (const [slug, d] of Object.entries(r)) {
    require('fs').writeFileSync('/tmp/golden-gen/' + slug + '.txt', d.statements.map(statementText).join('\n') + JSON.stringify(d.participants, null, 1));
  }
  expect(1).toBe(1);
});
