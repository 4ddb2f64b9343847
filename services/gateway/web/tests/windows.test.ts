import { describe, expect, it } from "vitest";
import { counterparts, follow } from "@/lib/compare";
import { addDays, addMonths, addYears, daysIn, hourIn, isDate, today } from "@/lib/dates";
import { asLast, daysOfLast, readLast, writeLast } from "@/lib/lastWindow";
import { monthsOfLife, placesOf, withEnd } from "@/lib/life";
import {
  calendarYear, lastSeason, lastTwelveMonths, monthsOf, nearestMonth, olderYears, presets, season, stepped, yearsLater, yearsOf,
} from "@/lib/windows";

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

describe("windows one after another", () => {
  it("are as long as the one that they follow, by the calendar where it is made of whole months", () => {
    expect(stepped(calendarYear(2025), -1)).toEqual(calendarYear(2024));
    expect(stepped(season("winter", 2024), -1)).toEqual({ from: "2024-09-01", to: "2024-11-30" });
    expect(stepped({ from: "2025-11-24", to: "2026-11-23" }, -1)).toEqual({ from: "2024-11-24", to: "2025-11-23" });
    expect(stepped({ from: "2026-02-01", to: "2026-02-28" }, 1)).toEqual({ from: "2026-03-01", to: "2026-03-31" });
    expect(stepped({ from: "2026-10-25", to: "2026-11-23" }, -1)).toEqual({ from: "2026-09-25", to: "2026-10-24" });
    expect(stepped({ from: "2026-01-31", to: "2026-03-30" }, 1)).toEqual({ from: "2026-03-31", to: "2026-05-28" });
  });

  it("come back to where they began", () => {
    for (const span of [calendarYear(2024), season("winter", 2023), { from: "2026-03-05", to: "2026-03-09" }, lastTwelveMonths("2024-02-29")]) {
      expect(stepped(stepped(span, -3), 3)).toEqual(span);
    }
  });

  it("lie on the same days of another year, to the end of February", () => {
    expect(yearsLater({ from: "2026-06-01", to: "2026-08-31" }, -1)).toEqual({ from: "2025-06-01", to: "2025-08-31" });
    expect(yearsLater({ from: "2025-02-01", to: "2025-02-28" }, -1)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(addMonths("2026-01-15", -13)).toBe("2024-12-15");
  });

  it("are compared with the one before and with a year earlier, which is said once where it is the same", () => {
    expect(counterparts(season("summer", 2026))).toEqual({
      before: { from: "2026-03-01", to: "2026-05-31" }, yearEarlier: { from: "2025-06-01", to: "2025-08-31" },
    });
    expect(counterparts(calendarYear(2026))).toEqual({ before: calendarYear(2025), yearEarlier: null });
  });

  it("take what they are compared with along when it stood in such a relation", () => {
    const [summer, may] = [season("summer", 2026), { from: "2026-05-01", to: "2026-05-31" }];
    const [before, earlier] = [stepped(summer, -1), yearsLater(summer, -1)];
    expect(follow(before, summer, may)).toEqual({ from: "2026-04-01", to: "2026-04-30" });
    expect(follow(earlier, summer, may)).toEqual({ from: "2025-05-01", to: "2025-05-31" });
    expect(follow(calendarYear(2019), summer, may)).toEqual(calendarYear(2019));
  });
});

describe("the window chosen last", () => {
  const history = { from: "2017-03-09", to: "2026-11-23" };
  const kept = (id: string, today = "2026-11-23") => asLast(presets(today, history).find((preset) => preset.id === id)!);

  it("moves on with the calendar where it was a preset of today", () => {
    expect(daysOfLast(kept("year"), "2026-12-24", history)).toEqual({ from: "2025-12-25", to: "2026-12-24" });
    expect(daysOfLast(kept("days"), "2026-12-24", history)).toEqual({ from: "2026-11-25", to: "2026-12-24" });
    expect(daysOfLast(kept("thisYear"), "2027-01-02", history)).toEqual({ from: "2027-01-01", to: "2027-01-02" });
    expect(daysOfLast(kept("all"), "2026-12-24", { ...history, to: "2026-12-23" })).toEqual({ from: "2017-03-09", to: "2026-12-23" });
    expect(daysOfLast(kept("all"), "2026-12-24", null)).toEqual(history);
  });

  it("stays what it is where it was chosen by its name or its days", () => {
    expect(daysOfLast(kept("calendar"), "2027-11-23", history)).toEqual(calendarYear(2025));
    expect(daysOfLast(kept("season"), "2027-11-23", history)).toEqual(season("summer", 2026));
    const days = { from: "2026-03-01", to: "2026-03-04" };
    expect(daysOfLast(asLast(days), "2027-11-23", history)).toEqual(days);
  });

  it("is only of the one who chose it", () => {
    const text = writeLast(kept("days"), "mara");
    expect(readLast(text, "mara")).toEqual(kept("days"));
    expect(readLast(text, "jon")).toBeNull();
  });

  it.each([null, "", "x", "null", "[]", '{"person":"mara"}', '{"person":"mara","from":"2026-02-30","to":"2026-03-01"}',
    '{"person":"mara","from":"2026-03-02","to":"2026-03-01"}'])("is none for %s", (text) => expect(readLast(text, "mara")).toBeNull());

  it("is its days alone where the preset is unknown", () => {
    expect(readLast('{"person":"mara","preset":"week","from":"2026-03-01","to":"2026-03-07"}', "mara")?.preset).toBeNull();
  });
});

describe("the years", () => {
  it("that no preset is of are those of the history, newest first", () => {
    expect(olderYears("2026-11-23", { from: "2021-03-09", to: "2026-11-23" })).toEqual([2023, 2022, 2021]);
    expect(olderYears("2026-11-23", { from: "2025-03-09", to: "2026-11-23" })).toEqual([]);
    expect(olderYears("2026-11-23", null)).toEqual([]);
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
    expect(withEnd(span, "from", 0, months)).toEqual({ from: "2025-11-01", to: "2026-01-02" });
    expect(withEnd(span, "to", 9, months)).toEqual({ from: "2025-12-24", to: "2026-02-28" });
    expect(withEnd(span, "from", 3, months)).toEqual({ from: "2026-01-01", to: "2026-01-02" });
  });
});
