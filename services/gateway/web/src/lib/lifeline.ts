import type { Lifeline } from "@/api/parts";
import type { Span } from "./windows";

/** One bar of a lifeline: its place among the months of the life, and whether it lies in the recent days. */
export interface LifeBar {
  place: number;
  month: string;
  ms: number;
  recent: boolean;
}

/** Months from year 0. */
export function ordinalOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthOf(ordinal: number): string {
  return `${String(Math.floor(ordinal / 12)).padStart(4, "0")}-${String((ordinal % 12) + 1).padStart(2, "0")}`;
}

/** The months with a play of it, on the axis that begins with the month `first` of the whole history. */
export function lifeBars({ first_month, ms_played }: Lifeline, first: string, recentFrom: string): LifeBar[] {
  const begin = ordinalOf(first_month);
  return ms_played.flatMap((ms, index) => {
    const month = monthOf(begin + index);
    return ms > 0 ? [{ place: begin + index - ordinalOf(first), month, ms, recent: month >= recentFrom.slice(0, 7) }] : [];
  });
}

/** Its playing time by year, oldest first, silent years too. */
export function byYear({ first_month, ms_played }: Lifeline): Map<string, number> {
  const begin = ordinalOf(first_month);
  const years = new Map<string, number>();
  ms_played.forEach((ms, index) => {
    const year = monthOf(begin + index).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + ms);
  });
  return years;
}

/** The days of a year that are counted: none after the last day of the window. */
export function daysOfYear(year: string, until: string): Span {
  const end = `${year}-12-31`;
  return { from: `${year}-01-01`, to: until < end ? until : end };
}
