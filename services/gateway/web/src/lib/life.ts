import { firstOfMonth, lastOfMonth } from "./dates";
import type { Span } from "./windows";

/** One month of the life strip. */
export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
  ms_played: number;
}

export type End = "from" | "to";

/** Every month from the first to the last that was heard, silent ones too. `month` is `YYYY-MM`, in order. */
export function monthsOfLife(life: readonly { month: string; ms_played: number }[]): Month[] {
  const [first, last] = [life[0], life.at(-1)];
  if (!first || !last) return [];
  const heard = new Map(life.map(({ month, ms_played }) => [ordinal(month), ms_played]));
  const begin = ordinal(first.month);
  return Array.from({ length: ordinal(last.month) - begin + 1 }, (_, index) => {
    const at = begin + index;
    return { year: Math.floor(at / 12), month: (at % 12) + 1, ms_played: heard.get(at) ?? 0 };
  });
}

/** The places of a window's first and last month among `months`, kept inside them. */
export function placesOf(span: Span, months: readonly Month[]): Record<End, number> {
  const first = months[0];
  const begin = first ? first.year * 12 + first.month - 1 : 0;
  const place = (date: string) => clamp(ordinal(date) - begin, 0, months.length - 1);
  return { from: place(span.from), to: place(span.to) };
}

/** The window with one end moved to a month; it takes the whole month, and never passes the other end. */
export function withEnd(span: Span, end: End, place: number, months: readonly Month[]): Span {
  const places = placesOf(span, months);
  const [low, high] = end === "from" ? [0, places.to] : [places.from, months.length - 1];
  const to = months[clamp(place, low, high)];
  if (!to) return span;
  return end === "from" ? { ...span, from: firstOfMonth(to.year, to.month) } : { ...span, to: lastOfMonth(to.year, to.month) };
}

function ordinal(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
