import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/intl/language";
import { overlaid, type Words } from "@/intl/overlaid";

interface LanguageFile {
  bare: Words;
  page: Words;
  pages: Words;
  start: Words;
  story: Words;
  match: Words;
  standing: Words;
  compare: Words;
  offline: Words;
  share: Words;
  others: Words;
}

function flat(words: Words, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function read(language: string): LanguageFile {
  return JSON.parse(readFileSync(new URL(`../../src/gateway/languages/${language}.json`, import.meta.url), "utf8")) as LanguageFile;
}

const FILES = LANGUAGES.map((language) => [language, read(language)] as const);
const own = ({ page, pages, start, story, match, standing, compare, offline }: LanguageFile): Words =>
  [pages, start, story, match, standing, compare, { offline }].reduce(overlaid, page);
const english = flat(own(read("en")));
const variables = (text: string) => [...new Set(text.match(/\{(\w+)/g) ?? [])].filter((name) => /^\{[a-z]/.test(name)).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|html)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

/** Whether a file names a key: in full, or below the part of the words that it takes, in full or put together (findTracks + Time). */
function names(file: string, key: string): boolean {
  const [part = "", ...rest] = key.split(".");
  const below = rest.join(".");
  const name = rest.at(-1) ?? part;
  const literal = (text: string) => new RegExp(`["'\`]${text.replaceAll(".", "\\.")}["'\`]`).test(file);
  if (literal(key) || file.includes(`\`${key.slice(0, -name.length)}\${`)) return true;
  const takes = literal(part) && /useTranslations|createTranslator|data-word/.test(file);
  return takes && (literal(below) || literal(name) || file.includes(`\`${below.slice(0, -name.length)}\${`));
}

/** Keys that one file names and another one says: it hands them on, so they are looked for in both. */
function says(files: readonly string[], key: string): boolean {
  const [part = ""] = key.split(".");
  const name = key.split(".").at(-1) ?? key;
  const stem = name.replace(/(Time|Streams)$/, "");
  const named = [name, stem].some((text) => files.some((file) => new RegExp(`["'\`]${text}["'\`$]| ${text}:`).test(file)));
  return named && files.some((file) => file.includes(`useTranslations("${part}")`) && /\bt(\.rich)?\((?!["'])/.test(file));
}

describe("the words of the page", () => {
  it.each(FILES)("are all there in %s", (_, file) => {
    expect([...flat(own(file)).keys()].sort()).toEqual([...english.keys()].sort());
    expect(Object.keys(file.bare).sort()).toEqual(Object.keys(read("en").bare).sort());
  });

  it.each(FILES)("of a public page are all there in %s, with what is filled in", (_, { share }) => {
    const filled = (words: Words) => Object.fromEntries([...flat(words)].map(([key, text]) => [key, variables(text)]));
    expect(filled(share)).toEqual(filled(read("en").share));
  });

  it("come to the browser without those that others write", () => {
    const parts = readdirSync(new URL("../words", import.meta.url)).map((file) => file.split(".")[0]);
    expect(parts).toContain("page");
    expect(parts.filter((part) => part === "share" || part === "offline")).toEqual([]);
  });

  it("are all used", () => {
    const files = ["../src", "../offline"].flatMap((folder) => sources(fileURLToPath(new URL(folder, import.meta.url))));
    const unused = [...english.keys()].filter((key) => {
      // Named by the gateway; tests/unit/web/test_server_words.py holds them together.
      if (key.startsWith("problems.")) return false;
      return !files.some((file) => names(file, key)) && !says(files, key);
    });
    expect(unused).toEqual([]);
  });

  it.each(FILES)("are well-formed messages in %s", (locale, file) => {
    const failures: string[] = [];
    const t = createTranslator({ locale, messages: own(file), onError: (error) => failures.push(error.message) });
    for (const [key, text] of flat(own(file))) {
      const values = Object.fromEntries(variables(text).map((name) => [name.slice(1), /\bplural\b|select/.test(text) ? 2 : "x"]));
      const tags = Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag ?? "", (inner: unknown) => inner as string]));
      (t.rich as (key: string, values: object) => unknown)(key, { ...values, ...tags });
    }
    expect(failures).toEqual([]);
  });
});

/** What a reader of another's history sees instead of "your". */
describe("the words for another's history", () => {
  const parts = ["window", "favourites", "lists", "facts", "rhythm", "discovery", "treasures", "habits", "counted", "foot", "compare"];
  /** Parts that are shown in one's own history alone. */
  const alone = ["habits.privateNote", "counted.imports", "counted.importsTitle", "counted.importsError", "lists.findShowsTime", "lists.findShowsStreams"];

  it.each([["en", /\b(you|your|yours)\b/i], ["de", /\b(du|dir|dich|dein\w*)\b/i]] as const)(
    "replace every word that speaks to the reader in %s, and nothing else", (language, address) => {
      const [words, { others }] = [own(read(language)), read(language)];
      const shown = flat(overlaid(words, others));
      const left = [...shown].filter(([key, text]) => parts.includes(key.split(".")[0] ?? "") && address.test(text)).map(([key]) => key);
      expect(left.filter((key) => !alone.includes(key))).toEqual([]);
      expect([...shown.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of flat(others)) expect([key, variables(flat(words).get(key) ?? "")]).toEqual([key, variables(text)]);
    },
  );

  it.each(FILES)("are the same ones in %s", (_, { others }) => {
    expect([...flat(others).keys()].sort()).toEqual([...flat(read("en").others).keys()].sort());
  });
});
