"use client";

import type { ReactNode } from "react";
import { Doors } from "@/components/doors";
import { AddedWords, type WordsOf } from "@/intl/AddedWords";

const WORDS: WordsOf = {
  en: async () => (await import("../../messages/others.en.json")).default,
  de: async () => (await import("../../messages/others.de.json")).default,
};

/** Its children speak of another's history instead of "yours", and open no plays. */
export function OthersWords({ children }: { children: ReactNode }) {
  return <AddedWords name="others" words={WORDS}><Doors value={false}>{children}</Doors></AddedWords>;
}
