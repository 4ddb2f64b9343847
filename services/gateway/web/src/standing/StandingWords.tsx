"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children tell where one stands among others. */
export function StandingWords({ children }: { children: ReactNode }) {
  return <AddedWords name="standing" words={WORDS.standing}>{children}</AddedWords>;
}
