import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/intl/language";
import english from "../definitions.json";

type Translated = Record<string, { of: string; text: string }>;

/** The English definitions are written from the docstrings of the code that counts; the others are translated from them. */
describe.each(LANGUAGES.filter((language) => language !== "en"))("the definitions in %s", (language) => {
  const file = readFileSync(new URL(`../../src/gateway/languages/${language}.json`, import.meta.url), "utf8");
  const { definitions } = JSON.parse(file) as { definitions: Translated };

  it("are all there", () => {
    expect(Object.keys(definitions).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))("of %s are of the text as it is now: translate anew, then note its digest", (topic, text) => {
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
    expect(definitions[topic]?.of).toBe(digest);
  });
});
