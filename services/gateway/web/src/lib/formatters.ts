/** The formatters of `format.ts`, each made once for its locale: thousands of values of a page are written by a few of them. */

import { once } from "./once";

const DAY_SHORT = { day: "numeric", month: "short", year: "numeric" } as const;
const DAY_LONG = { ...DAY_SHORT, month: "long" } as const;
const DAY_STYLES = { short: DAY_SHORT, long: DAY_LONG, full: { ...DAY_LONG, weekday: "long" } } as const;
export type DayStyle = keyof typeof DAY_STYLES;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

export const counts = once((locale: string) => new Intl.NumberFormat(locale));
export const shares = once((locale: string, digits: number) =>
  new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }));
export const spokenUnits = once((locale: string, unit: "hour" | "minute" | "second") =>
  new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }));
export const countries = once((locale: string) => new Intl.DisplayNames(locale, { type: "region" }));
const dates = (locale: string, zone: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
export const days = once((locale: string, style: DayStyle) => dates(locale, "UTC", DAY_STYLES[style]));
export const months = once((locale: string) => dates(locale, "UTC", { month: "long", year: "numeric" }));
export const shortMonths = once((locale: string) => dates(locale, "UTC", { month: "short" }));
export const weekdays = once((locale: string, style: "short" | "long") => dates(locale, "UTC", { weekday: style }));
export const clocks = once((locale: string, zone: string) => dates(locale, zone, TIME));
export const zonedDays = once((locale: string, zone: string) => dates(locale, zone, DAY_SHORT));
export const moments = once((locale: string, zone: string) => dates(locale, zone, { ...DAY_SHORT, ...TIME }));
