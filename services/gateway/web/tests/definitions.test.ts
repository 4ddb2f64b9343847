import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import german from "../messages/definitions.de.json";
import english from "../messages/definitions.en.json";

/** The English definitions are written from the docstrings of the code that counts; the German ones are translated from them. */
describe("the definitions", () => {
  it("are all there in German", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))("of %s in German are of the text as it is now: translate anew, then note its digest", (topic, text) => {
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
    expect((german as Record<string, { of: string }>)[topic]?.of).toBe(digest);
  });
});
