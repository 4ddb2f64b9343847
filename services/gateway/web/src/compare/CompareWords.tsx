"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children speak of two windows. */
export function CompareWords({ children, placeholder }: { children: ReactNode; placeholder?: ReactNode }) {
  return <AddedWords name="compare" words={WORDS.compare} placeholder={placeholder}>{children}</AddedWords>;
}
