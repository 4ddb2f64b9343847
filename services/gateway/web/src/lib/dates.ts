/** Days by the calendar as `YYYY-MM-DD`, so that no zone can move them. */

import { once } from "./once";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const isoDays = once((zone: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }));
const hours = once((zone: string) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }));

export function isDate(text: string | null | undefined): text is string {
  return typeof text === "string" && DATE.test(text) && iso(utc(text)) === text;
}

/** The day that it is at `now` in `zone`. */
export function today(zone: string, now: Date): string {
  return isoDays(zone).format(now).slice(0, 10);
}

/** The hour of the day, 0 to 23, at `now` in `zone`. */
export function hourIn(zone: string, now: Date): number {
  return Number(hours(zone).format(now));
}

export function addDays(date: string, days: number): string {
  return iso(new Date(utc(date).getTime() + days * DAY_MS));
}

/** The same day `years` later; 29 February becomes 28 February. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const same = `${pad(year, 4)}${date.slice(4)}`;
  return isDate(same) ? same : `${pad(year, 4)}-02-28`;
}

/** The same day `months` later; of days that every month has (1 to 28). */
export function addMonths(date: string, months: number): string {
  const ordinal = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${pad(Math.floor(ordinal / 12), 4)}-${pad((ordinal % 12) + 1, 2)}${date.slice(7)}`;
}

export function lastOfMonth(year: number, month: number): string {
  return iso(new Date(Date.UTC(year, month, 0)));
}

export function firstOfMonth(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-01`;
}

/** How many days from `from` to `to`, both included. */
export function daysIn(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS) + 1;
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function iso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
