import { describe, expect, it } from "vitest";
import { LOGIN_PATTERN, sameName } from "@/lib/account";
import { gapsIn } from "@/lib/gaps";
import { mirrored } from "@/lib/mirror";
import { nextPath } from "@/lib/nextPath";

const HERE = "https://music.example.org";

describe("where a sign-in leads", () => {
  it("is a path of this site, with its window", () => {
    expect(nextPath("/plays/?artist=a%26b#top", HERE)).toBe("/plays/?artist=a%26b#top");
  });

  it.each([null, "", "plays/", "https://evil.example", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])(
    "is the start for %s", (next) => expect(nextPath(next, HERE)).toBe("/"),
  );
});

describe("a local account", () => {
  it("has a name to sign in with of small letters, digits, dots, hyphens and underscores", () => {
    // As a browser reads the pattern of a field: from end to end, by sets.
    const isLogin = (text: string) => new RegExp(`^(?:${LOGIN_PATTERN})$`, "v").test(text);
    expect(["mara", "a.b-c_9", "m".repeat(32)].map(isLogin)).toEqual([true, true, true]);
    expect(["ma", "Mara", "m".repeat(33), "mara\n", "ma ra", "mära"].map(isLogin)).toEqual(Array(6).fill(false));
  });

  it("is erased only under its own name, however that is typed", () => {
    expect(sameName("  Zo\u0065\u0308 Q ", "Zo\u00eb  Q")).toBe(true);
    expect([sameName("zoe", "Zoe"), sameName("", ""), sameName(" ", " ")]).toEqual([false, false, false]);
  });
});

describe("gaps of the live feed", () => {
  const gap = { from: "2026-10-31T23:30:00Z", to: "2026-11-02T08:00:00Z" };

  it("lie in every window that they touch, by the days of the zone", () => {
    const within = (from: string, to: string, zone = "Europe/Berlin") => gapsIn([gap], { from, to }, zone).length;
    expect([within("2026-11-02", "2026-12-31"), within("2026-11-01", "2026-11-01"), within("2026-01-01", "2026-10-31")]).toEqual([1, 1, 0]);
    expect(within("2026-01-01", "2026-10-31", "UTC")).toBe(1);
    expect(within("2026-11-03", "2026-11-30")).toBe(0);
  });
});

describe("mirrored bars", () => {
  it("have one scale for both people", () => {
    const bars = mirrored([{ ms_played: 50, other_ms_played: 100 }, { ms_played: 25, other_ms_played: 0 }]);
    expect(bars.map(({ mine, theirs }) => [mine, theirs])).toEqual([[0.5, 1], [0.25, 0]]);
    expect(mirrored([])).toEqual([]);
  });
});
