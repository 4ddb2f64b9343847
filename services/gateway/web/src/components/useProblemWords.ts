"use client";

import { useTranslations } from "use-intl";
import { kindOf } from "@/api/problems";
import type { Problem } from "@/api/types";

const MINUTE = 60;
/** What passes by itself: where the server names no moment, it is said to come again later. */
const PASSING = new Set([429, 502]);

/** Why a request failed and what to do, in the reader's words. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations("problem");
  const kinds = useTranslations("problems");

  const when = ({ status, retryAfter }: Problem) => {
    if (retryAfter === undefined) return PASSING.has(status) ? t("later") : "";
    const count = Math.max(1, Math.ceil(retryAfter));
    return count < MINUTE ? t("inSeconds", { count }) : t("inMinutes", { count: Math.ceil(count / MINUTE) });
  };
  return (problem) => {
    const { status, detail } = problem;
    if (status === 0) return t("unreachable");
    const kind = kindOf(problem, (name) => kinds.has(name as never));
    // What the server found wrong with a request, it says in English only.
    if (kind === "invalid-request" && detail) return `${kinds(kind)} ${t("says", { detail })}`;
    const why = kind ? kinds(kind) : t(PASSING.has(status) ? "busy" : "other");
    return [why, when(problem)].filter(Boolean).join(" ");
  };
}
