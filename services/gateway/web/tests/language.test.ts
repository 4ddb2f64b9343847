import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { asLanguage } from "@/intl/language";

const LANGUAGES = ["de", "en", "fi", "pt-BR"];
const TAGS = { "de-AT": "de", EN: "en", "pt-BR": "pt-BR", "pt-br": "pt-BR", pt: null, fil: null, "fi-FI": "fi", "": null } as const;

/** The same question, as the offline page asks it. */
function offline(tag: string): string | null {
  const source = readFileSync(fileURLToPath(new URL("../offline/page.js", import.meta.url)), "utf8");
  const known = /function known[\s\S]*?\n}\n/.exec(source)?.[0] ?? "";
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, {}]));
  return (new Function("WORDS", `${known} return known;`)(words) as (tag: string) => string | undefined)(tag) ?? null;
}

describe("the language of a tag", () => {
  it.each(Object.entries(TAGS))("%s is %s", (tag, language) => {
    expect([asLanguage(tag, LANGUAGES), offline(tag)]).toEqual([language, language]);
  });
});
