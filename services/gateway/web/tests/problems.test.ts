import { describe, expect, it } from "vitest";
import en from "../words/page.en.json";
import { asProblem, secondsUntil } from "@/api/client";
import { kindOf } from "@/api/problems";

const known = (kind: string) => Object.hasOwn(en.problems, kind);
const problem = (status: number, type = "about:blank") => ({ type, title: "", status });

describe("a problem", () => {
  it("is of the kind that its type names, whatever its status", () => {
    expect(kindOf(problem(409, "/problems/too-many-shares"), known)).toBe("too-many-shares");
  });

  it("is told by its status where a proxy answered, or a newer server", () => {
    expect(kindOf(problem(504), known)).toBe("no-answer");
    expect(kindOf(problem(500, "/problems/new"), known)).toBe("internal");
    expect([502, 429, 418].map((status) => kindOf(problem(status), known))).toEqual([null, null, null]);
  });

  it("says when to come again and what the server calls the request", () => {
    const headers: Record<string, string> = { "Retry-After": "90", "X-Correlation-Id": "abcdef01" };
    expect(asProblem(429, "", (name) => headers[name] ?? null)).toMatchObject({ status: 429, retryAfter: 90, correlation: "abcdef01" });
    expect(asProblem(429, "")).not.toHaveProperty("retryAfter");
  });
});

describe("Retry-After", () => {
  it("is seconds or a date, never in the past", () => {
    const now = Date.parse("2026-11-23T19:20:00Z");
    expect(secondsUntil("120", now)).toBe(120);
    expect(secondsUntil("Mon, 23 Nov 2026 19:21:30 GMT", now)).toBe(90);
    expect(secondsUntil("Mon, 23 Nov 2026 19:00:00 GMT", now)).toBe(0);
    expect(secondsUntil("soon", now)).toBeNull();
    expect(secondsUntil(null, now)).toBeNull();
  });
});
