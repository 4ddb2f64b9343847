"use client";

import type { ReactNode } from "react";
import { Doors } from "@/components/doors";
import { AddedWords } from "@/intl/AddedWords";
import { WORDS } from "../../words";

/** Its children speak of another's history instead of "yours", and open no plays. */
export function OthersWords({ children }: { children: ReactNode }) {
  return <AddedWords name="others" words={WORDS.others}><Doors value={false}>{children}</Doors></AddedWords>;
}
