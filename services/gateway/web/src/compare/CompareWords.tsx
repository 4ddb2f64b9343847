"use client";

import type { ReactNode } from "react";
import { AddedWords, type WordsOf } from "@/intl/AddedWords";

const WORDS: WordsOf = {
  en: async () => (await import("../../messages/compare.en.json")).default,
  de: async () => (await import("../../messages/compare.de.json")).default,
};

/** Its children speak of two windows. */
export function CompareWords({ children, placeholder }: { children: ReactNode; placeholder?: ReactNode }) {
  return <AddedWords name="compare" words={WORDS} placeholder={placeholder}>{children}</AddedWords>;
}
