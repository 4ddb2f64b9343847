/** Numbers, durations and dates as page.md section 9 writes them: pure functions of a value and a locale, by `Intl` only. */

import { today } from "./dates";
import { clocks, counts, countries, days, moments, months, shares, shortMonths, spokenUnits, weekdays, zonedDays, type DayStyle } from "./formatters";

const NARROW = "\u202f";
const NO_BREAK = "\u00a0";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `full` 31 h 12 min · `row` 31 h 12 · `exact` 3 min 21 s. */
export type DurationStyle = "full" | "row" | "exact";

/** Cut, never rounded, so that parts never exceed a whole. Below a minute in seconds. */
export function duration(ms: number, locale: string, style: DurationStyle = "full"): string {
  if (ms < MINUTE) return unit(Math.floor(ms / SECOND), "s", locale);
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (hours === 0 && style === "exact") {
    return `${unit(minutes, "min", locale)}${NO_BREAK}${unit(Math.floor((ms % MINUTE) / SECOND), "s", locale)}`;
  }
  if (hours === 0) return unit(minutes, "min", locale);
  if (style === "row") return `${count(hours, locale)}${NARROW}h${NO_BREAK}${String(minutes).padStart(2, "0")}`;
  return `${unit(hours, "h", locale)}${NO_BREAK}${unit(minutes, "min", locale)}`;
}

/** What a listener hears: 31 hours 12 minutes, cut as `duration` cuts. */
export function spoken(ms: number, locale: string): string {
  const { hours, minutes } = hoursAndMinutes(ms);
  if (ms < MINUTE) return spokenUnits(locale, "second").format(Math.floor(ms / SECOND));
  return [hours > 0 && spokenUnits(locale, "hour").format(hours), minutes > 0 && spokenUnits(locale, "minute").format(minutes)]
    .filter(Boolean).join(" ");
}

function unit(value: number, sign: "s" | "min" | "h", locale: string): string {
  return `${count(value, locale)}${NARROW}${sign}`;
}

/** The one figure and the rest that stands below it: 1,284 and 36. */
export function hoursAndMinutes(ms: number): { hours: number; minutes: number } {
  return { hours: Math.floor(ms / HOUR), minutes: Math.floor((ms % HOUR) / MINUTE) };
}

/** The same as whole days, null below one. */
export function daysAndHours(ms: number): { days: number; hours: number } | null {
  if (ms < DAY) return null;
  return { days: Math.floor(ms / DAY), hours: Math.floor((ms % DAY) / HOUR) };
}

/** Never shortened: no "41k". */
export function count(value: number, locale: string): string {
  return counts(locale).format(value);
}

/** A part of a whole, 0 to 1, unless told otherwise with one digit after the point below ten per cent. */
export function share(part: number, locale: string, digits = part > 0 && part < 0.0995 ? 1 : 0): string {
  return shares(locale, digits).format(part);
}

/** A difference with its sign: +9%, −3%, 0%. */
export function signed(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }).format(part);
}

/** How much `now` differs from `before`, as a part of `before`; null when there was nothing before. */
export function change(now: number, before: number): number | null {
  return before > 0 ? (now - before) / before : null;
}

/** 24 Nov 2025; `date` is a day by the calendar (YYYY-MM-DD), in no zone. */
export function day(date: string, locale: string, style: DayStyle = "short"): string {
  return days(locale, style).format(new Date(`${date}T00:00:00Z`));
}

export function range(from: string, to: string, locale: string): string {
  return `${day(from, locale)} – ${day(to, locale)}`;
}

export function month(date: string, locale: string): string {
  return months(locale).format(new Date(`${date}T00:00:00Z`));
}

/** Mar, of a month by the calendar (YYYY-MM). */
export function monthShort(yearMonth: string, locale: string): string {
  return shortMonths(locale).format(new Date(`${yearMonth}-01T00:00:00Z`)).replace(/\.$/, "");
}

/** Sat or Saturday; 1 is Monday, 7 Sunday. */
export function weekday(place: number, locale: string, style: "short" | "long" = "short"): string {
  const text = weekdays(locale, style).format(new Date(Date.UTC(2024, 0, place)));
  return text.replace(/\.$/, "");
}

/** 21–22: the hour that begins at 21. */
export function hourSpan(hour: number): string {
  return `${String(hour).padStart(2, "0")}–${String(hour + 1).padStart(2, "0")}`;
}

/** Whole hours for a bar, cut; what is less than one but not nothing is said as such. */
export function wholeHours(ms: number, locale: string): string {
  if (ms > 0 && ms < HOUR) return `<${NARROW}1`;
  return count(Math.floor(ms / HOUR), locale);
}

/** The name of a country by its two letters; the letters where it has none. */
export function country(code: string, locale: string): string {
  try {
    return countries(locale).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The day, YYYY-MM-DD, of a moment in the person's zone. */
export function dateOf(moment: string, zone: string): string {
  return today(zone, new Date(moment));
}

/** 18:04, of a moment in the person's zone. */
export function clock(moment: string, zone: string, locale: string): string {
  return clocks(locale, zone).format(new Date(moment));
}

/** 24 Nov 2026, of a moment in the person's zone. */
export function dayOf(moment: string, zone: string, locale: string): string {
  return zonedDays(locale, zone).format(new Date(moment));
}

/** 24 Nov 2026, 18:04, of a moment in the person's zone. */
export function moment(text: string, zone: string, locale: string): string {
  return moments(locale, zone).format(new Date(text));
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 13.4 MB, in powers of 1000. */
export function bytes(value: number, locale: string): string {
  let power = 0;
  while (value >= 1000 && power < SIZES.length - 1) {
    value /= 1000;
    power += 1;
  }
  const digits = power > 0 && value < 100 ? 1 : 0;
  const options = { style: "unit", unit: SIZES[power], unitDisplay: "short", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
