"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children lead somebody in: how to sign in, how to get an export. */
export function StartWords({ children }: { children: ReactNode }) {
  return <AddedWords name="start" words={WORDS.start}>{children}</AddedWords>;
}
