"use client";

import type { ReactNode } from "react";
import { AddedWords, type WordsOf } from "./AddedWords";

const WORDS: WordsOf = {
  en: async () => (await import("../../messages/pages.en.json")).default,
  de: async () => (await import("../../messages/pages.de.json")).default,
};

/** Its children are a page beside the listening, whose words the first view there need not fetch. */
export function PageWords({ children }: { children: ReactNode }) {
  return <AddedWords name="pages" words={WORDS}>{children}</AddedWords>;
}
