// A layout as it may be adopted: the right form, and nothing in it that points astray.
import { layoutFaults } from './layout-faults';
import { layoutShape } from './layout-shape';

export { type Favourable, favourableRows } from './favourable';

export const layoutSchema = layoutShape.superRefine((layout, context) => {
  for (const { path, message } of layoutFaults(layout)) context.addIssue({ code: 'custom', path, message });
});
