// Which day it is in Sweden, by our own rule: a machine's time zones differ, and may be set wrong.
import { type BusinessDate, businessDate } from '@finsam/kernel';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The business date at an instant. Summer time from the last Sunday of March to the last of October, at 01 UTC. */
export function swedishDay(now: Date = new Date()): BusinessDate {
  return businessDate(new Date(now.getTime() + aheadMs(now.getTime())).toISOString().slice(0, 10));
}

/** The instant at which a day is over in Sweden. */
export function endOfSwedishDay(day: BusinessDate): Date {
  const midnight = Date.parse(day) + DAY_MS;
  // The clocks never change at midnight, so what holds two hours before midnight UTC holds there.
  return new Date(midnight - aheadMs(midnight - 2 * HOUR_MS));
}

/** How much later the clock shows than UTC. */
function aheadMs(time: number): number {
  const year = new Date(time).getUTCFullYear();
  return time >= lastSunday(year, 2) && time < lastSunday(year, 9) ? 2 * HOUR_MS : HOUR_MS;
}

/** 01 UTC on the last Sunday of a month of 31 days, counted from 0. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * DAY_MS;
}
