import { addDays } from "./dates";

export interface CalendarDay {
  date: string;
  ms: number;
}

/** Days that stand together: a column is a week, a row a weekday, counted from the first day of the week. */
export interface CalendarSheet {
  title: string;
  days: CalendarDay[];
}

const HOUR = 3_600_000;
/** Fixed, so that windows compare: 0, under 2 h, 3 h 20, 4 h 40, 6 h, and more. */
const THRESHOLDS = [2 * HOUR, (10 / 3) * HOUR, (14 / 3) * HOUR, 6 * HOUR];
/** A year and what a week needs to be whole fit in one sheet. */
const MOST_DAYS = 371;

export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export function levelOf(ms: number): Level {
  return ms === 0 ? 0 : ((THRESHOLDS.filter((threshold) => ms >= threshold).length + 1) as Level);
}

export function daysOf({ first_day: first, ms_played: times }: { first_day: string | null; ms_played: readonly number[] }): CalendarDay[] {
  return first === null ? [] : times.map((ms, index) => ({ date: addDays(first, index), ms }));
}

/** One sheet for up to a year, else one for every year, the newest first. */
export function yearSheets(days: CalendarDay[]): CalendarSheet[] {
  return days.length <= MOST_DAYS ? [{ title: "", days }] : grouped(days, 4).reverse();
}

/** One sheet a month, in order. */
export function monthSheets(days: CalendarDay[]): CalendarSheet[] {
  return grouped(days, 7);
}

/** By the first `length` signs of the date: 4 a year, 7 a month. */
function grouped(days: CalendarDay[], length: number): CalendarSheet[] {
  const sheets: CalendarSheet[] = [];
  for (const day of days) {
    const title = day.date.slice(0, length);
    if (sheets.at(-1)?.title !== title) sheets.push({ title, days: [] });
    sheets.at(-1)?.days.push(day);
  }
  return sheets;
}

/** The weekday of a date, 0 for `firstDay` (1 Monday to 7 Sunday). */
export function placeInWeek(date: string, firstDay: number): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 7 - (firstDay % 7)) % 7;
}

/** The day on which weeks begin for this locale: 1 Monday to 7 Sunday; Monday where the browser cannot tell. */
export function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? 1;
}
