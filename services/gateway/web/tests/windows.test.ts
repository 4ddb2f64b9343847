import { describe, expect, it } from "vitest";
import { addDays, addYears, daysIn, hourIn, isDate, today } from "@/lib/dates";
import { monthsOfLife, moved, placesOf } from "@/lib/life";
import { lastSeason, lastTwelveMonths, monthsOf, nearestMonth, presets, season, yearsOf } from "@/lib/windows";

describe("dates", () => {
  it("today is the day in the person's zone", () => {
    const late = new Date("2026-11-23T23:30:00Z");
    expect(today("Europe/Berlin", late)).toBe("2026-11-24");
    expect(today("America/New_York", late)).toBe("2026-11-23");
    expect(hourIn("Europe/Berlin", late)).toBe(0);
  });

  it("knows what a date is", () => {
    expect(isDate("2024-02-29")).toBe(true);
    expect(isDate("2025-02-29")).toBe(false);
    expect(isDate("2025-2-9")).toBe(false);
    expect(isDate(null)).toBe(false);
  });

  it("moves by the calendar", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addYears("2024-02-29", -1)).toBe("2023-02-28");
    expect(daysIn("2025-11-24", "2026-11-23")).toBe(365);
    expect(daysIn("2026-03-01", "2026-03-01")).toBe(1);
  });
});

describe("windows", () => {
  it("the page opens on twelve months that end today", () => {
    expect(lastTwelveMonths("2026-11-23")).toEqual({ from: "2025-11-24", to: "2026-11-23" });
    expect(lastTwelveMonths("2024-02-29")).toEqual({ from: "2023-03-01", to: "2024-02-29" });
  });

  it("a winter lies in two years", () => {
    expect(season("winter", 2023)).toEqual({ from: "2023-12-01", to: "2024-02-29" });
  });

  it("the last season is one that has wholly passed", () => {
    expect(lastSeason("2026-11-23")).toMatchObject({ season: "summer", year: 2026 });
    expect(lastSeason("2026-12-01")).toMatchObject({ season: "autumn", year: 2026 });
    expect(lastSeason("2026-03-01")).toMatchObject({ season: "winter", year: 2025 });
    expect(lastSeason("2026-01-15")).toMatchObject({ season: "autumn", year: 2025 });
  });

  it("everything is a preset once the history is known", () => {
    const history = { from: "2017-03-09", to: "2026-11-23" };
    expect(presets("2026-11-23", null).map((preset) => preset.id)).not.toContain("all");
    expect(presets("2026-11-23", history).at(-1)).toEqual({ id: "all", ...history });
  });

  it("an empty window leads to the nearest month with plays, unless the history lies around it", () => {
    const history = { from: "2019-05-20", to: "2026-08-02" };
    expect(nearestMonth({ from: "2026-08-03", to: "2026-08-09" }, history)).toEqual({ from: "2026-08-01", to: "2026-08-31" });
    expect(nearestMonth({ from: "2018-01-01", to: "2018-12-31" }, history)).toEqual({ from: "2019-05-01", to: "2019-05-31" });
    expect(nearestMonth({ from: "2020-01-01", to: "2020-01-07" }, history)).toBeNull();
  });

  it("lists the years and months that a history touches, newest first", () => {
    expect(yearsOf({ from: "2024-12-31", to: "2026-01-01" })).toEqual([2026, 2025, 2024]);
    expect(monthsOf({ from: "2025-11-30", to: "2026-01-01" }).map((span) => span.from)).toEqual(["2026-01-01", "2025-12-01", "2025-11-01"]);
  });
});

describe("the life strip", () => {
  const months = monthsOfLife([
    { month: "2025-11", ms_played: 5 },
    { month: "2026-02", ms_played: 7 },
  ]);

  it("has every month, silent ones too", () => {
    expect(months.map(({ year, month, ms_played }) => [year, month, ms_played])).toEqual([
      [2025, 11, 5], [2025, 12, 0], [2026, 1, 0], [2026, 2, 7],
    ]);
    expect(monthsOfLife([])).toEqual([]);
  });

  it("frames a window, also one that reaches beyond it", () => {
    expect(placesOf({ from: "2025-12-24", to: "2026-01-02" }, months)).toEqual({ from: 1, to: 2 });
    expect(placesOf({ from: "2019-01-01", to: "2030-01-01" }, months)).toEqual({ from: 0, to: 3 });
  });

  it("moves one end by whole months, never past the other", () => {
    const span = { from: "2025-12-24", to: "2026-01-02" };
    expect(moved(span, "from", 0, months)).toEqual({ from: "2025-11-01", to: "2026-01-02" });
    expect(moved(span, "to", 9, months)).toEqual({ from: "2025-12-24", to: "2026-02-28" });
    expect(moved(span, "from", 3, months)).toEqual({ from: "2026-01-01", to: "2026-01-02" });
  });
});
