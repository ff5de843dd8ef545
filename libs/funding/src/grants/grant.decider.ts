// One grant (beviljade medel): decided, revised, asked for, paid, paid back, ended. Never more than was granted.
import { canonicalJson, type CommandsOf, type Decider, defineCommand, type EventOf } from '@finsam/kernel';
import {
  decidedGrantSchema,
  endedGrantSchema,
  type GrantEnded,
  type GrantEvent,
  grantEvents,
  paymentSchema,
  repaymentSchema,
  requisitionSchema,
  revisedGrantSchema,
} from './grant.events';
import { evolveGrant, type Grant, noGrant, told } from './grant';
import { checkLeft, checkRepayment, checkTerms, refuse } from './grant-rules';

export const DecideGrant = defineCommand('DecideGrant', decidedGrantSchema);
export const ReviseGrant = defineCommand('ReviseGrant', revisedGrantSchema);
export const RequisitionGrant = defineCommand('RequisitionGrant', requisitionSchema);
export const RecordGrantPayment = defineCommand('RecordGrantPayment', paymentSchema);
export const RecordGrantRepayment = defineCommand('RecordGrantRepayment', repaymentSchema);
export const EndGrant = defineCommand('EndGrant', endedGrantSchema);

const commands = [
  DecideGrant,
  ReviseGrant,
  RequisitionGrant,
  RecordGrantPayment,
  RecordGrantRepayment,
  EndGrant,
] as const;
export type GrantCommand = CommandsOf<typeof commands>;

export const grantDecider: Decider<Grant, GrantCommand, GrantEvent> = {
  name: 'funding/grant',
  commands,
  events: grantEvents,
  stream: ({ data }) => `grant-${data.grantId}`,
  initialState: noGrant,
  evolve: evolveGrant,
  decide: (command, grant) => {
    if (command.type === 'DecideGrant') return decideGrant(command.data, grant);
    if (grant.decided === null) throw refuse('funding/unknown-grant', { pointer: '/grantId' });
    switch (command.type) {
      case 'ReviseGrant':
        return reviseGrant(command.data, grant);
      case 'RequisitionGrant': {
        const { data } = command;
        const check = () => checkLeft(data, 'requisitionedOre', grant);
        return once(data.requisitionId, { type: 'GrantRequisitioned', data }, grant, check);
      }
      case 'RecordGrantPayment': {
        const { data } = command;
        const check = () => checkLeft(data, 'paidOre', grant);
        return once(data.paymentId, { type: 'GrantPaid', data }, grant, check);
      }
      case 'RecordGrantRepayment': {
        const { data } = command;
        const check = () => checkRepayment(data, grant);
        return once(data.repaymentId, { type: 'GrantRepaid', data }, grant, check);
      }
      case 'EndGrant':
        return endGrant(command.data, grant);
    }
  },
};

function decideGrant(data: ReturnType<typeof DecideGrant>['data'], grant: Grant): GrantEvent[] {
  if (grant.decided === canonicalJson(data)) return [];
  if (grant.decided !== null) throw refuse('funding/grant-taken', { pointer: '/grantId' });
  checkTerms(data, grant);
  return [{ type: 'GrantDecided', data }];
}

function reviseGrant(data: ReturnType<typeof ReviseGrant>['data'], grant: Grant): GrantEvent[] {
  if (grant.revised === canonicalJson(data)) return [];
  if (grant.ended !== null) throw refuse('funding/grant-ended');
  checkTerms(data, grant);
  return [{ type: 'GrantRevised', data }];
}

/** A movement under an id of its own: a repeat adds nothing, another movement under the same id is refused. */
function once(id: string, event: GrantEvent, grant: Grant, check: () => void): GrantEvent[] {
  const known = grant.used.get(id);
  if (known === told(event.type, event.data)) return [];
  if (known !== undefined) throw refuse('funding/grant-id-taken');
  check();
  return [event];
}

function endGrant(data: EventOf<typeof GrantEnded>['data'], grant: Grant): GrantEvent[] {
  if (grant.ended === canonicalJson(data)) return [];
  if (grant.ended !== null) throw refuse('funding/grant-ended');
  const from = grant.from!;
  if (data.on < from) throw refuse('funding/grant-ends-before-start', { from, pointer: '/on' });
  return [{ type: 'GrantEnded', data }];
}
