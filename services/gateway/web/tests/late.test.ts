import { describe, expect, it, vi } from "vitest";
import { untilThere } from "@/lib/late";

describe("code that is fetched late", () => {
  it("is asked for until it is there, with a pause after each failure", async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("offline")).mockRejectedValueOnce(new Error("offline")).mockResolvedValue("there");
    const pause = vi.fn(() => Promise.resolve());
    expect(await untilThere(load, pause)).toBe("there");
    expect([load.mock.calls.length, pause.mock.calls.length]).toEqual([3, 2]);
  });

  it("is given up where it stays away: the page is older than its server", async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error("gone"));
    await expect(untilThere(load, () => Promise.resolve())).rejects.toThrow("gone");
  });
});
