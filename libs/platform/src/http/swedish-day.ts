// Which day it is in Sweden, by our own rule: a machine's time zones differ, and may be set wrong.
import { type BusinessDate, businessDate } from '@finsam/kernel';

const HOUR_MS = 3_600_000;

/** The business date at an instant. Summer time from the last Sunday of March to the last of October, at 01 UTC. */
export function swedishDay(now: Date = new Date()): BusinessDate {
  const year = now.getUTCFullYear();
  const summer = now.getTime() >= lastSunday(year, 2) && now.getTime() < lastSunday(year, 9);
  return businessDate(new Date(now.getTime() + (summer ? 2 : 1) * HOUR_MS).toISOString().slice(0, 10));
}

/** 01 UTC on the last Sunday of a month of 31 days, counted from 0. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR_MS;
}
