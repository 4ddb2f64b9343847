"use client";

import { LIMIT, type WrappedQuestion } from "@/api/address";
import { useWrapped, type Answer } from "@/api/queries";

import type { Wrapped } from "@/api/wrapped";
import { LONGEST } from "@/lib/listed";

interface LongList {
  answer: Answer<Wrapped>;
  /** More was asked for and is on its way. */
  waiting: boolean;
  /** How long the lists of the answer can be. */
  limit: number;
  /** The longer answer, where it could not be read; the shorter one stands meanwhile. */
  failed: Answer<Wrapped> | null;
}

/** The lists of a window as long as they are wanted: those that are there already until the longer ones have come. */
export function useLongList(question: WrappedQuestion, short: Answer<Wrapped>, wanted: boolean): LongList {
  const long = useWrapped({ ...question, limit: LONGEST }, wanted);
  if (wanted && long.data) return { answer: long, waiting: false, limit: LONGEST, failed: null };
  const failed = wanted && long.status === "error";
  return { answer: short, waiting: wanted && !failed, limit: LIMIT, failed: failed ? long : null };
}
