"use client";

import type { ReactNode } from "react";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children tell a window card by card. */
export function StoryWords({ children }: { children: ReactNode }) {
  return <AddedWords name="story" words={WORDS.story}>{children}</AddedWords>;
}
