import { describe, expect, it } from "vitest";
import { resumption } from "@/lib/resumption";

const NOW = new Date("2026-11-23T19:20:00Z");
const inBerlin = (at: string | null | undefined, locale = "en-GB") => resumption(at, "Europe/Berlin", locale, NOW);

describe("when pictures go on", () => {
  it("is a time today", () => {
    expect(inBerlin("2026-11-23T20:30:00Z")).toEqual({ time: "21:30", day: null });
    expect(inBerlin("2026-11-23T20:30:00Z", "de-DE")).toEqual({ time: "21:30", day: null });
  });

  it("has its day where that is another one for who reads", () => {
    expect(inBerlin("2026-11-23T22:59:00Z")).toEqual({ time: "23:59", day: null });
    expect(inBerlin("2026-11-23T23:00:00Z")).toEqual({ time: "00:00", day: "24 Nov 2026" });
    expect(inBerlin("2026-11-24T02:00:00Z", "de-DE")).toEqual({ time: "03:00", day: "24. Nov. 2026" });
    expect(resumption("2026-11-24T02:00:00Z", "America/New_York", "en-GB", NOW)).toEqual({ time: "21:00", day: null });
  });

  it("is not told where nothing waits, or waits no longer", () => {
    for (const at of [null, undefined, "2026-11-23T19:20:00Z", "2026-11-23T02:00:00Z"]) expect(inBerlin(at)).toBeNull();
  });
});
