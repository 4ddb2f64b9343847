import { takeEarly } from "@/api/early";
import { WORDS } from "../../words/files";
import type { Language } from "./language";
import type { Words } from "./overlaid";

/** One of the parts that a language file has (languages.mjs). */
export type WordsPart = keyof typeof WORDS;

/** The words of a part; fails without a connection, and where the server is newer than the page and has them no longer. */
export async function wordsOf(part: WordsPart, language: Language): Promise<Words> {
  const path = WORDS[part][language];
  const response = await (takeEarly(path, {}) ?? fetch(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Words;
}
