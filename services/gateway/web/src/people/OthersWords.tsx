"use client";

import type { ReactNode } from "react";
import { Doors } from "@/components/doors";
import { AddedWords } from "@/intl/AddedWords";

/** Its children speak of another's history instead of "yours", and open no plays. */
export function OthersWords({ children }: { children: ReactNode }) {
  return <AddedWords part="others"><Doors value={false}>{children}</Doors></AddedWords>;
}
