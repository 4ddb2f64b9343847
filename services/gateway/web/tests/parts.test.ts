import { describe, expect, it } from "vitest";
import { binned, isWhole, unitFor, yearBefore } from "@/lib/bins";
import { daysOf, levelOf, monthSheets, placeInWeek, yearSheets } from "@/lib/calendar";
import { country, hourSpan, monthShort, weekday, wholeHours } from "@/lib/format";
import { byYear, daysOfYear, lifeBars, monthOf, ordinalOf } from "@/lib/lifeline";
import { counted, filtersOf, playsHref } from "@/lib/plays";
import { rankChange } from "@/lib/ranks";
import { byHour, largest, peakOf, rhythmFinding } from "@/lib/rhythm";

const HOUR = 3_600_000;
const months = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ month: monthOf(ordinalOf(first) + index), ms_played: HOUR }));

describe("bins", () => {
  it("are months up to two years, quarters up to ten, years beyond", () => {
    expect([24, 25, 120, 121].map(unitFor)).toEqual(["month", "quarter", "quarter", "year"]);
  });

  it("never leave the window", () => {
    const bins = binned(months("2025-11", 13), { from: "2025-11-24", to: "2026-11-23" });
    expect(bins).toHaveLength(13);
    expect(bins[0]).toMatchObject({ from: "2025-11-24", to: "2025-11-30", year: 2025, part: 11 });
    expect(bins[12]).toMatchObject({ from: "2026-11-01", to: "2026-11-23" });
    expect(bins.map(isWhole)).toEqual([false, ...Array(11).fill(true), false]);
  });

  it("put months together and lose none", () => {
    const window = { from: "2020-02-10", to: "2026-11-23" };
    const bins = binned(months("2020-02", 82), window);
    expect(bins[0]).toMatchObject({ unit: "quarter", from: "2020-02-10", to: "2020-03-31", part: 1 });
    expect(bins.at(-1)).toMatchObject({ from: "2026-10-01", to: "2026-11-23", part: 4 });
    expect(bins.flatMap((bin) => bin.rows)).toHaveLength(82);
  });

  it("compare with the same months a year before, where there are all of them", () => {
    const [bin] = binned(months("2026-03", 1), { from: "2026-03-01", to: "2026-03-31" });
    expect(bin && yearBefore(bin, new Map([["2025-03", 5]]))).toBe(5);
    expect(bin && yearBefore(bin, new Map())).toBeNull();
  });
});

describe("the calendar", () => {
  it("has fixed thresholds", () => {
    expect([0, 1, 2 * HOUR, 3.4 * HOUR, 5 * HOUR, 6 * HOUR].map(levelOf)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("is one sheet up to a year, else one a year, the newest first", () => {
    const days = (count: number) => daysOf({ first_day: "2024-11-24", ms_played: Array<number>(count).fill(1) });
    expect(yearSheets(days(371)).map(({ title }) => title)).toEqual([""]);
    expect(yearSheets(days(500)).map(({ title, days: inside }) => [title, inside.length])).toEqual([["2026", 97], ["2025", 365], ["2024", 38]]);
    expect(monthSheets(days(10)).map(({ title, days: inside }) => [title, inside.length])).toEqual([["2024-11", 7], ["2024-12", 3]]);
    expect(daysOf({ first_day: null, ms_played: [] })).toEqual([]);
  });

  it("begins its weeks on Monday or on Sunday", () => {
    expect(placeInWeek("2026-11-23", 1)).toBe(0);
    expect(placeInWeek("2026-11-23", 7)).toBe(1);
    expect(placeInWeek("2026-11-22", 7)).toBe(0);
  });
});

describe("the rhythm", () => {
  const quiet = () => Array.from({ length: 7 }, () => Array<number>(24).fill(HOUR / 2));

  it("has a peak, the first of equals, which is a finding only where it stands out", () => {
    const clock = quiet();
    expect(rhythmFinding(clock)).toBeNull();
    expect(peakOf(clock)).toEqual({ weekday: 0, hour: 0, ms: HOUR / 2 });
    clock[3]![21] = 3 * HOUR;
    expect(rhythmFinding(clock)).toEqual({ weekday: 3, hour: 21, ms: 3 * HOUR });
    expect(byHour(clock)[21]).toBe(6 * (HOUR / 2) + 3 * HOUR);
    expect(peakOf([[0, 0]])).toBeNull();
    expect(largest([1, 4, 4])).toBe(1);
  });
});

describe("lifelines", () => {
  const line = { first_month: "2019-11", ms_played: [3, 0, 5] };

  it("stand on the axis of the whole history", () => {
    expect(lifeBars(line, "2019-01", "2020-01-15")).toEqual([
      { place: 10, month: "2019-11", ms: 3, recent: false },
      { place: 12, month: "2020-01", ms: 5, recent: true },
    ]);
    expect([...byYear(line)]).toEqual([["2019", 3], ["2020", 5]]);
    expect(daysOfYear("2019", "2020-06-30")).toEqual({ from: "2019-01-01", to: "2019-12-31" });
    expect(daysOfYear("2020", "2020-06-30")).toEqual({ from: "2020-01-01", to: "2020-06-30" });
  });
});

describe("ranks", () => {
  it("rise, fall, stay, are new, or have nothing to compare with", () => {
    expect(rankChange(2, 6, true)).toEqual({ how: "up", by: 4 });
    expect(rankChange(5, 4, true)).toEqual({ how: "down", by: 1 });
    expect(rankChange(1, 1, true)?.how).toBe("same");
    expect(rankChange(3, null, true)?.how).toBe("new");
    expect(rankChange(3, null, false)).toBeNull();
  });
});

describe("the address of plays", () => {
  it("holds the filters in one order, encoded, and always leaves doubles out of a count", () => {
    expect(counted({ from: "2026-01-01", to: "2026-01-31" }, { track: "a&b", artist: "" })).toBe(
      "/plays/?from=2026-01-01&to=2026-01-31&track=a%26b&artist=&counted=true",
    );
    expect(playsHref({})).toBe("/plays/");
  });

  it("names the rows without an artist beside a track or an album, and nowhere else", () => {
    const nameless = { album: "Greatest Hits", artist: "" };
    expect(filtersOf(new URLSearchParams(playsHref(nameless).slice("/plays/?".length)))).toEqual(nameless);
    expect(playsHref({ artist: "", kind: "track" })).toBe("/plays/?kind=track");
  });

  it("is read back, and what makes no sense is left out", () => {
    const filters = { since: "2026-02-02T17:04:00Z", hour: "0", skipped: "false", new: "artist" };
    expect(filtersOf(new URLSearchParams(playsHref(filters).slice("/plays/?".length)))).toEqual(filters);
    expect(filtersOf(new URLSearchParams("hour=24&weekday=0&month=13&counted=false&since=x&kind=song&artist="))).toEqual({});
  });
});

describe("words of the calendar", () => {
  it("are the locale's, without the point of an abbreviation", () => {
    expect([monthShort("2026-03", "de-DE"), monthShort("2026-03", "en-GB")]).toEqual(["Mär", "Mar"]);
    expect([weekday(1, "de-DE"), weekday(7, "en-GB", "long")]).toEqual(["Mo", "Sunday"]);
    expect([hourSpan(0), hourSpan(23)]).toEqual(["00–01", "23–24"]);
    expect([wholeHours(0, "en-GB"), wholeHours(59, "en-GB"), wholeHours(1300 * HOUR, "de-DE")]).toEqual(["0", "<\u202f1", "1.300"]);
    expect([country("PT", "de-DE"), country("?", "en-GB")]).toEqual(["Portugal", "?"]);
  });
});
