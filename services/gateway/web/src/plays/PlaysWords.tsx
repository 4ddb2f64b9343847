"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children say which plays are looked at. */
export function PlaysWords({ children }: { children: ReactNode }) {
  return <AddedWords name="plays" words={WORDS.plays}>{children}</AddedWords>;
}
