import { addDays, addMonths, addYears, daysIn, firstOfMonth, lastOfMonth } from "./dates";

/** Two days, both included, in the person's zone. */
export interface Span {
  from: string;
  to: string;
}

export type SeasonName = "spring" | "summer" | "autumn" | "winter";

/** Meteorological seasons of the northern half: the month in which each begins. */
export const SEASONS: Record<SeasonName, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

export type Preset = Span &
  (
    | { id: "year" | "days" | "thisYear" | "all" }
    | { id: "calendar"; year: number }
    | { id: "season"; season: SeasonName; year: number }
  );

/** The window that the page opens on. */
export function lastTwelveMonths(today: string): Span {
  return { from: addDays(addYears(today, -1), 1), to: today };
}

/** December belongs to the winter that is named after its first year. */
export function season(name: SeasonName, year: number): Span {
  const begin = SEASONS[name];
  const from = firstOfMonth(year, begin);
  return { from, to: name === "winter" ? lastOfMonth(year + 1, 2) : lastOfMonth(year, begin + 2) };
}

/** The newest season that has wholly passed on `today`. */
export function lastSeason(today: string): Span & { season: SeasonName; year: number } {
  const year = Number(today.slice(0, 4));
  const names: SeasonName[] = ["winter", "autumn", "summer", "spring"];
  for (const back of [0, 1, 2]) {
    for (const name of names) {
      const span = season(name, year - back);
      if (span.to < today) return { ...span, season: name, year: year - back };
    }
  }
  throw new Error(`no season before ${today}`);
}

export function calendarYear(year: number): Span {
  return { from: firstOfMonth(year, 1), to: lastOfMonth(year, 12) };
}

/** The presets in their order; *everything* only when the bounds of the history are known. */
export function presets(today: string, history: Span | null): Preset[] {
  const year = Number(today.slice(0, 4));
  const list: Preset[] = [
    { id: "year", ...lastTwelveMonths(today) },
    { id: "days", from: addDays(today, -29), to: today },
    { id: "thisYear", from: firstOfMonth(year, 1), to: today },
    ...[year - 1, year - 2].map((before): Preset => ({ id: "calendar", year: before, ...calendarYear(before) })),
    { id: "season", ...lastSeason(today) },
  ];
  if (history) list.push({ id: "all", ...history });
  return list;
}

/** The years of a history that no preset is of, newest first. */
export function olderYears(today: string, history: Span | null): number[] {
  return history ? yearsOf(history).filter((year) => year < Number(today.slice(0, 4)) - 2) : [];
}

/**
 * The window `by` windows further on, as long as this one: whole months by the calendar (a year is followed by a year, leap
 * or not), else as many days.
 */
export function stepped(span: Span, by: number): Span {
  const after = addDays(span.to, 1);
  const months = monthsBetween(span.from, after);
  if (months !== null) return { from: addMonths(span.from, by * months), to: addDays(addMonths(after, by * months), -1) };
  const days = by * daysIn(span.from, span.to);
  return { from: addDays(span.from, days), to: addDays(span.to, days) };
}

/** The same days `years` later. */
export function yearsLater({ from, to }: Span, years: number): Span {
  const later = { from: addYears(from, years), to: addYears(to, years) };
  return endsItsMonth(to) ? { ...later, to: lastOfMonth(Number(later.to.slice(0, 4)), Number(later.to.slice(5, 7))) } : later;
}

/** How many months lie between two equal days of the month, of those that every month has; null between others. */
function monthsBetween(from: string, after: string): number | null {
  if (from.slice(8) !== after.slice(8) || Number(from.slice(8)) > 28) return null;
  const ordinal = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return ordinal(after) - ordinal(from);
}

function endsItsMonth(date: string): boolean {
  return date === lastOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** Days the wrong way round still mean a window. */
export function mend(span: Span): Span {
  return span.to < span.from ? { from: span.to, to: span.from } : span;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The month with the plays nearest to an empty window; null when the history surrounds it or there is none. */
export function nearestMonth(window: Span, history: Span): Span | null {
  const edge = history.to < window.from ? history.to : history.from > window.to ? history.from : null;
  if (edge === null) return null;
  const [year, month] = [Number(edge.slice(0, 4)), Number(edge.slice(5, 7))];
  return { from: firstOfMonth(year, month), to: lastOfMonth(year, month) };
}

/** The years that a history touches, newest first. */
export function yearsOf({ from, to }: Span): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}

/** The months that a history touches, newest first. */
export function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = [];
  for (const year of yearsOf({ from, to })) {
    for (let month = 12; month >= 1; month -= 1) {
      const span = { from: firstOfMonth(year, month), to: lastOfMonth(year, month) };
      if (span.from <= to && span.to >= from) months.push(span);
    }
  }
  return months;
}
