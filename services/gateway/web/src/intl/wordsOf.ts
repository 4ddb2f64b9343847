import { takeEarly } from "@/api/early";
import { WORDS } from "../../words/files";
import type { Language } from "./language";
import type { Words } from "./overlaid";

/** One of the parts that a language file has (languages.mjs). */
export type Part = keyof typeof WORDS;

const asked = new Map<string, Promise<Words>>();

/**
 * The words of a part, the same ones each time. Fails without a connection, and where the server is newer than the page and
 * has them no longer; it may then be asked again.
 */
export function wordsOf(part: Part, language: Language): Promise<Words> {
  const path = WORDS[part][language];
  const words = asked.get(path) ?? fetchWords(path);
  asked.set(path, words);
  words.catch(() => asked.delete(path));
  return words;
}

async function fetchWords(path: string): Promise<Words> {
  const response = await (takeEarly(path, {}) ?? fetch(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Words;
}
