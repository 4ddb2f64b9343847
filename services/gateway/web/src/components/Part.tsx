"use client";

import type { ReactNode } from "react";
import type { Answer } from "@/api/queries";
import { PartTrouble } from "./PartTrouble";

interface PartProps<T> {
  answer: Answer<T>;
  /** The shape of what comes. */
  skeleton: ReactNode;
  /** What to say when it could not be read. */
  error: string;
  /** What stands there when there is nothing; null when there is something. */
  empty: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
}

/** The four states of a part of an answer: its shape, why it is missing, why it is empty, and the part itself. */
export function Part<T>({ answer, skeleton, error, empty, children }: PartProps<T>) {
  const { data, status, stale } = answer;
  if (status === "error" && (!data || stale)) return <PartTrouble answer={answer} title={error} />;
  if (!data) return skeleton;
  return <div className={stale ? "part dim" : "part"} aria-busy={stale}>{empty(data) ?? children(data)}</div>;
}
