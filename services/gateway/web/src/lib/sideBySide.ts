import type { MonthSums, Rhythm } from "@/api/parts";
import { binned, unitFor, type Bin, type BinUnit } from "./bins";
import { daysOf } from "./calendar";
import { daysIn } from "./dates";
import type { Listed } from "./listed";
import { byHour, sum } from "./rhythm";
import type { Span } from "./windows";

/** Up to so many days each is drawn; beyond, the months. */
const MOST_DAYS = 62;

/** The n-th day, month, quarter or year of a window. */
export interface Piece extends Span {
  ms: number;
  /** Its months; null for a day. */
  bin: Bin<MonthSums> | null;
}

export type PieceUnit = "day" | BinUnit;

/** What both of two windows are cut into. */
export function pieceUnit(one: Rhythm, other: Rhythm): PieceUnit {
  if (Math.max(one.calendar.ms_played.length, other.calendar.ms_played.length) <= MOST_DAYS) return "day";
  return unitFor(Math.max(one.months.length, other.months.length));
}

export function pieces(rhythm: Rhythm, window: Span, unit: PieceUnit): Piece[] {
  if (unit === "day") return daysOf(rhythm.calendar).map(({ date, ms }) => ({ from: date, to: date, ms, bin: null }));
  return binned(rhythm.months, window, unit).map((bin) => ({ from: bin.from, to: bin.to, ms: sum(bin.rows.map((row) => row.ms_played)), bin }));
}

/** The first of one beside the first of the other, and so on; null where one of them is shorter. */
export function sideBySide<T>(one: readonly T[], other: readonly T[]): [T | null, T | null][] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index] ?? null, other[index] ?? null]);
}

/** The rank of each thing in a list, by what it is. */
export function ranksOf(rows: readonly Listed[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [identityOf(row), row.rank]));
}

export function identityOf({ name, by }: Pick<Listed, "name" | "by">): string {
  return JSON.stringify([name, by]);
}

/** What each hour of the day has of the whole, 0 to 1. */
export function hourShares(clock: readonly (readonly number[])[]): number[] {
  const times = byHour(clock);
  const total = sum(times);
  return times.map((ms) => (total > 0 ? ms / total : 0));
}

/** Windows whose lengths differ by less than this part (a leap day) compare by their totals, others by the mean day. */
const AS_LONG = 0.01;

export function areAsLong(one: Span, other: Span): boolean {
  const [days, others] = [daysIn(one.from, one.to), daysIn(other.from, other.to)];
  return Math.abs(days - others) / Math.max(days, others) <= AS_LONG;
}
