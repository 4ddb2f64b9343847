import { firstOfMonth, lastOfMonth } from "./dates";
import { sameSpan, type Span } from "./windows";

export type BinUnit = "month" | "quarter" | "year";

/** Some months in a row, drawn as one bar. */
export interface Bin<Row> extends Span {
  unit: BinUnit;
  year: number;
  /** 1 to 12 of a month, 1 to 4 of a quarter, 1 of a year. */
  part: number;
  rows: Row[];
}

const MONTHS: Record<BinUnit, number> = { month: 1, quarter: 3, year: 12 };
const MOST_MONTHS = 24;
const MOST_QUARTERS = 120; // months: ten years

/** Up to two years by months, up to ten by quarters, beyond by years. */
export function unitFor(months: number): BinUnit {
  if (months <= MOST_MONTHS) return "month";
  return months <= MOST_QUARTERS ? "quarter" : "year";
}

/** `rows` (one a month, in order) put together into bins of `unit`, whose days never leave the window. */
export function binned<Row extends { month: string }>(rows: readonly Row[], window: Span, unit = unitFor(rows.length)): Bin<Row>[] {
  const bins: Bin<Row>[] = [];
  for (const row of rows) {
    const [year, month] = [Number(row.month.slice(0, 4)), Number(row.month.slice(5, 7))];
    const part = Math.floor((month - 1) / MONTHS[unit]) + 1;
    const last = bins.at(-1);
    if (last && last.year === year && last.part === part) {
      last.rows.push(row);
      continue;
    }
    const { from, to } = daysOf({ unit, year, part });
    bins.push({ unit, year, part, from: from < window.from ? window.from : from, to: to > window.to ? window.to : to, rows: [row] });
  }
  return bins;
}

/** 2026-11, 2026-Q4 or 2026: what files call it. */
export function plainName({ unit, year, part }: Bin<unknown>): string {
  if (unit === "year") return String(year);
  return unit === "quarter" ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, "0")}`;
}

/** Whether a bin has all of its days: only those compare with the same part of another year. */
export function isWhole(bin: Bin<unknown>): boolean {
  return sameSpan(bin, daysOf(bin));
}

/** The days of the same months a year before. */
export function daysYearBefore({ unit, year, part }: Bin<unknown>): Span {
  return daysOf({ unit, year: year - 1, part });
}

function daysOf({ unit, year, part }: Pick<Bin<unknown>, "unit" | "year" | "part">): Span {
  const begin = (part - 1) * MONTHS[unit] + 1;
  return { from: firstOfMonth(year, begin), to: lastOfMonth(year, begin + MONTHS[unit] - 1) };
}

/** The playing time of the same months a year before; null where the history does not reach that far back. */
export function yearBefore(bin: Bin<{ month: string }>, life: ReadonlyMap<string, number>): number | null {
  const times = bin.rows.map(({ month }) => life.get(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`));
  return times.every((time) => time !== undefined) ? times.reduce<number>((sum, time) => sum + (time ?? 0), 0) : null;
}
