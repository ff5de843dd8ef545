import { projectionSpec } from '@finsam/kernel/testing';
import { insatsEnded, insatsRegistered, natverket, stegen } from '../testing';
import { insatser } from './insats.projection';

const row = {
  insats_id: 'stegen',
  name: 'Stegen',
  insats_kind: 'individ',
  follow_up: 'individ',
  esf: false,
  starts_on: '2022-01-01',
  ends_on: null,
  registered_at: 1,
};

it('keeps one row per insats, and remembers when it was registered after it has ended', () => {
  projectionSpec(insatser)
    .given(insatsRegistered(stegen), insatsRegistered({ ...natverket, esf: true }), insatsEnded('stegen', '2024-06-30'))
    .then(
      { ...row, ends_on: '2024-06-30' },
      {
        ...row,
        insats_id: 'natverket',
        name: 'Nätverket',
        insats_kind: 'struktur',
        follow_up: 'ingen',
        esf: true,
        registered_at: 2,
      },
    );
});
