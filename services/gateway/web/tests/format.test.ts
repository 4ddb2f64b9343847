import { describe, expect, it } from "vitest";
import { bytes, change, clock, count, day, daysAndHours, duration, range, share, spoken } from "@/lib/format";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("duration", () => {
  const ms = 31 * HOUR + 12 * MINUTE + 59_999;

  it("is cut, not rounded, in each style and language", () => {
    expect(plain(duration(ms, "en-GB"))).toBe("31 h 12 min");
    expect(plain(duration(ms, "en-GB", "row"))).toBe("31 h 12");
    expect(plain(duration(1284 * HOUR + 36 * MINUTE, "de-DE"))).toBe("1.284 h 36 min");
  });

  it("shows minutes of a row with two digits, and seconds below a minute", () => {
    expect(plain(duration(15 * HOUR + 3 * MINUTE, "en-GB", "row"))).toBe("15 h 03");
    expect(plain(duration(48_900, "en-GB", "row"))).toBe("48 s");
    expect(plain(duration(201_900, "en-GB", "exact"))).toBe("3 min 21 s");
    expect(plain(duration(0, "en-GB"))).toBe("0 s");
  });

  it("puts a narrow no-break space between number and unit", () => {
    expect(duration(42 * MINUTE, "en-GB")).toBe("42\u202fmin");
  });
});

describe("a spoken duration", () => {
  it("is in whole words of the language, cut like the short one", () => {
    const ms = 31 * HOUR + 12 * MINUTE + 59_999;
    expect(plain(spoken(ms, "en-GB"))).toBe("31 hours 12 minutes");
    expect(plain(spoken(ms, "de-DE"))).toBe("31 Stunden 12 Minuten");
    expect(plain(spoken(1284 * HOUR + MINUTE, "de-DE"))).toBe("1.284 Stunden 1 Minute");
  });

  it("leaves out what there is none of", () => {
    expect(plain(spoken(HOUR, "en-GB"))).toBe("1 hour");
    expect(plain(spoken(5 * MINUTE + 9_000, "en-GB"))).toBe("5 minutes");
    expect(plain(spoken(48_900, "en-GB"))).toBe("48 seconds");
    expect(plain(spoken(0, "de-DE"))).toBe("0 Sekunden");
  });
});

describe("numbers", () => {
  it("are never shortened", () => {
    expect(count(41_208, "en-GB")).toBe("41,208");
    expect(count(41_208, "de-DE")).toBe("41.208");
  });

  it("shares have one digit below ten per cent", () => {
    expect(share(0.0243, "en-GB")).toBe("2.4%");
    expect(plain(share(0.0243, "de-DE"))).toBe("2,4 %");
    expect(share(0.0999, "en-GB")).toBe("10%");
    expect(share(1, "en-GB")).toBe("100%");
    expect(share(0, "en-GB")).toBe("0%");
  });

  it("change compares with what was before, if there was anything", () => {
    expect(change(109, 100)).toBeCloseTo(0.09);
    expect(change(5, 0)).toBeNull();
  });

  it("days and hours are whole ones", () => {
    expect(daysAndHours(1284 * HOUR + 36 * MINUTE)).toEqual({ days: 53, hours: 12 });
    expect(daysAndHours(24 * HOUR)).toEqual({ days: 1, hours: 0 });
    expect(daysAndHours(24 * HOUR - 1)).toBeNull();
  });

  it("bytes go by thousands", () => {
    expect(bytes(13_402_771, "en-GB")).toBe("13.4 MB");
    expect(plain(bytes(13_402_771, "de-DE"))).toBe("13,4 MB");
    expect(bytes(512, "en-GB")).toMatch(/^512 byte/);
  });
});

describe("dates", () => {
  it("are days by the calendar, in no zone", () => {
    expect(day("2026-03-14", "en-GB", "full")).toBe("Saturday, 14 March 2026");
    expect(day("2026-03-14", "de-DE", "full")).toBe("Samstag, 14. März 2026");
    expect(range("2025-11-24", "2026-11-23", "en-GB")).toBe("24 Nov 2025 – 23 Nov 2026");
    expect(range("2025-11-24", "2026-11-23", "de-DE")).toBe("24. Nov. 2025 – 23. Nov. 2026");
  });

  it("clocks are in the person's zone", () => {
    expect(clock("2026-03-14T17:04:00Z", "Europe/Berlin", "en-GB")).toBe("18:04");
  });
});
