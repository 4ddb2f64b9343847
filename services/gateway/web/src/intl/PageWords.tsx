"use client";

import type { ReactNode } from "react";
import { WORDS } from "../../words";
import { AddedWords } from "./AddedWords";

/** Its children are a page beside the listening, whose words the first view there need not fetch. */
export function PageWords({ children }: { children: ReactNode }) {
  return <AddedWords name="pages" words={WORDS.pages}>{children}</AddedWords>;
}
