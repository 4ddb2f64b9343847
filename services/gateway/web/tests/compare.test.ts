import { describe, expect, it } from "vitest";
import type { Rhythm } from "@/api/parts";
import { PENDING, type Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { both } from "@/compare/both";
import { laterOf } from "@/compare/sides";
import { beginsAfter } from "@/lib/compare";
import { daysIn } from "@/lib/dates";
import { signed } from "@/lib/format";
import { monthOf, ordinalOf } from "@/lib/lifeline";
import { areAsLong, hourShares, pieces, pieceUnit, ranksOf, sideBySide } from "@/lib/sideBySide";
import type { Span } from "@/lib/windows";
import { spanOf } from "@/listening/useWindowOf";

const HOUR = 3_600_000;

/** An hour on every day of a window. */
function rhythm({ from, to }: Span): Rhythm {
  const [first, last] = [ordinalOf(from), ordinalOf(to)];
  const months = Array.from({ length: last - first + 1 }, (_, index) => ({ month: monthOf(first + index), ms_played: HOUR, streams: 1, plays: 1 }));
  const days = Array<number>(daysIn(from, to)).fill(HOUR);
  return {
    clock: [], calendar: { first_day: from, ms_played: days }, months, life: [], longest_streak: null, biggest_day: null, longest_sitting: null,
  };
}

const MARCH = { from: "2026-03-01", to: "2026-03-31" };
const FEBRUARY = { from: "2026-02-01", to: "2026-02-28" };
const YEAR = { from: "2025-01-01", to: "2025-12-31" };
const DECADE = { from: "2016-01-01", to: "2025-12-31" };

describe("the pieces of two windows", () => {
  it("are days for short ones, else what fits the longer", () => {
    expect(pieceUnit(rhythm(MARCH), rhythm(FEBRUARY))).toBe("day");
    expect(pieceUnit(rhythm(MARCH), rhythm(YEAR))).toBe("month");
    expect(pieceUnit(rhythm(MARCH), rhythm(DECADE))).toBe("quarter");
  });

  it("lose no time and never leave their window", () => {
    for (const unit of ["day", "month", "quarter"] as const) {
      const cut = pieces(rhythm(YEAR), YEAR, unit);
      expect([cut[0]?.from, cut.at(-1)?.to]).toEqual([YEAR.from, YEAR.to]);
      expect(cut.reduce((total, piece) => total + piece.ms, 0)).toBe((unit === "day" ? 365 : 12) * HOUR);
    }
  });

  it("stand one beside the other, the longer window's last ones alone", () => {
    const pairs = sideBySide(pieces(rhythm(MARCH), MARCH, "day"), pieces(rhythm(FEBRUARY), FEBRUARY, "day"));
    expect(pairs).toHaveLength(31);
    expect([pairs[0]?.[0]?.from, pairs[0]?.[1]?.from]).toEqual(["2026-03-01", "2026-02-01"]);
    expect(pairs[30]?.[1]).toBeNull();
  });
});

describe("two windows", () => {
  it("compare by their totals where they are as long, but for a leap day", () => {
    expect(areAsLong({ from: "2024-01-01", to: "2024-12-31" }, YEAR)).toBe(true);
    expect(areAsLong(MARCH, FEBRUARY)).toBe(false);
  });

  it("have shares of their hours, also in silence", () => {
    const clock = [Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 3 : hour === 20 ? 1 : 0))];
    expect([hourShares(clock)[9], hourShares(clock)[20]]).toEqual([0.75, 0.25]);
    expect(hourShares([Array<number>(24).fill(0)])[9]).toBe(0);
  });

  it("know the later one of both", () => {
    expect([laterOf([MARCH, FEBRUARY]), laterOf([FEBRUARY, MARCH]), laterOf([MARCH, MARCH])]).toEqual([0, 1, 0]);
  });

  it("tell things of one name apart by whose they are", () => {
    const row = { key: "1", rankBefore: null, share: 0, picture: null, preview: null, link: null, firstPlayed: "", lastPlayed: "", ms_played: 0, streams: 0, plays: 0 };
    const ranks = ranksOf([{ ...row, rank: 1, name: "Intro", by: "A" }, { ...row, rank: 2, name: "Intro", by: "B" }]);
    expect([...ranks.values()]).toEqual([1, 2]);
  });

  it("differ by a part with its sign", () => {
    expect([signed(0.09, "en-GB"), signed(-0.031, "en-GB"), signed(0.001, "en-GB")]).toEqual(["+9%", "-3%", "0%"]);
    expect(signed(0.09, "de-DE")).toBe("+9\u00a0%");
  });
});

describe("two answers as one", () => {
  const answered = (data: number | undefined, more: Partial<Answer<number>> = {}): Answer<number> =>
    ({ data, status: data === undefined ? "pending" : "success", error: null, stale: false, retry: () => undefined, ...more });

  it("are there when both are", () => {
    expect(both(answered(1), answered(2))).toMatchObject({ data: [1, 2], status: "success", stale: false });
    expect(both(answered(1), answered(undefined))).toMatchObject({ data: undefined, status: "pending" });
    expect(both(answered(1), answered(2, { stale: true })).stale).toBe(true);
  });

  it("fail with the one that fails, which alone is asked for again", () => {
    const asked: string[] = [];
    const failed = both(
      answered(1, { retry: () => asked.push("one") }), answered(undefined, { status: "error", error: new Error("x"), retry: () => asked.push("other") }),
    );
    expect(failed).toMatchObject({ data: undefined, status: "error", error: new Error("x") });
    failed.retry();
    expect(asked).toEqual(["other"]);
  });
});

describe("days before the history", () => {
  const before = { from: "2024-11-24", to: "2025-11-23" };

  it("are not compared with, as far as is known", () => {
    expect(beginsAfter("2024-11-25", before)).toBe(true);
    expect(beginsAfter("2024-11-24", before)).toBe(false);
    expect(beginsAfter(null, before)).toBe(false);
  });
});

describe("the days of an answer", () => {
  const asked = { from: "2026-10-25", to: "2026-11-23" };
  const data = { from: "2025-11-24", to: "2026-11-23" } as Wrapped;

  it("are those of the window before while it is waited for", () => {
    expect(spanOf({ ...PENDING, data, stale: true }, asked)).toEqual({ from: "2025-11-24", to: "2026-11-23" });
    expect(spanOf({ ...PENDING, data, stale: false }, asked)).toBe(asked);
    expect(spanOf(PENDING, asked)).toBe(asked);
  });
});
