"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import { useReason } from "./useReason";

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
  const t = useTranslations("common");
  const { data, status, stale, retry } = answer;
  const why = useReason(answer.error);
  if (status === "error" && (!data || stale)) {
    return <p className="part-note q">{error} {why} <button type="button" className="plain" onClick={retry}>{t("tryAgain")}</button></p>;
  }
  if (!data) return skeleton;
  return <div className={stale ? "part dim" : "part"} aria-busy={stale}>{empty(data) ?? children(data)}</div>;
}
