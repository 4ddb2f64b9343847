"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children tell what two people have in common. */
export function MatchWords({ children }: { children: ReactNode }) {
  return <AddedWords name="match" words={WORDS.match}>{children}</AddedWords>;
}
