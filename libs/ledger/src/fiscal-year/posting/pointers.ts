// In a short command the rows are ours: a refusal points at the field that the sender wrote.
import type { PointAt } from '../decide/chart';
import type { BookingCommand } from '../commands';
import type { VoucherRow } from '../voucher';

export function pointsAt(command: BookingCommand, rows: readonly VoucherRow[]): PointAt {
  if (command.type === 'BookVoucher') return (row, field) => `/rows/${row}/${field}`;
  const { data } = command;
  return (row, field) => {
    if (field === 'account') return accountField(data, rows[row]!.account);
    const dimension = field.slice('dimensions/'.length);
    if (dimension === 'activity' && 'activity' in data) return '/activity';
    if (dimension === 'member' && 'memberId' in data) return '/memberId';
    return `/${field}`;
  };
}

function accountField(data: BookingCommand['data'], account: number): string {
  if ('pension' in data) {
    for (const part of ['pension', 'payrollTax'] as const) {
      for (const side of ['cost', 'provision'] as const) if (data[part][side] === account) return `/${part}/${side}`;
    }
  }
  if ('inputVat' in data && data.inputVat?.account === account) return '/inputVat/account';
  return 'account' in data && data.account === account ? '/account' : '/against';
}
