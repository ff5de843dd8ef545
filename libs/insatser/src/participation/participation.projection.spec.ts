import { projectionSpec } from '@finsam/kernel/testing';
import { enrolled, exited, voided } from '../testing';
import { participations } from './participation.projection';

const row = {
  participation_id: 'deltagande-1',
  insats_id: 'stegen',
  participant_id: 'deltagare-1',
  gender: 'kvinna',
  enrolled_on: '2024-02-01',
  exited_on: null,
  exit_reason: null,
};
const { given } = projectionSpec(participations);

it('is one row per participation, also of one person', () => {
  given(enrolled(), enrolled({ participationId: 'deltagande-2', insatsId: 'verkstan' })).then(row, {
    ...row,
    participation_id: 'deltagande-2',
    insats_id: 'verkstan',
  });
});

it('knows no participant where the participant is anonymous', () => {
  given(enrolled({ participantId: undefined })).then({ ...row, participant_id: null });
});

it('takes day and reason from the exit', () => {
  given(enrolled(), exited('2024-06-30', 'sjukdom')).then({
    ...row,
    exited_on: '2024-06-30',
    exit_reason: 'sjukdom',
  });
});

it('drops a wrong registration', () => {
  given(enrolled(), voided).then();
  given(enrolled(), exited('2024-06-30'), voided).then();
});
