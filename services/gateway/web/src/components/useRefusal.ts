"use client";

import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";
import { refusalOf } from "@/api/refusals";
import { useReason } from "./Trouble";

const MINUTE = 60;

/** Why something was refused and what to do: in the reader's words where it is known, else in the server's. */
export function useRefusal(error: Error | null): string {
  const t = useTranslations("refusals");
  const reason = useReason(error);
  const name = refusalOf(error);
  if (!(error instanceof ApiError)) return error === null ? "" : reason;
  if (name === "tooMany") {
    const seconds = error.problem.retryAfter;
    if (seconds === undefined) return t("tooMany");
    return seconds < MINUTE ? t("tooManySeconds", { count: seconds }) : t("tooManyMinutes", { count: Math.ceil(seconds / MINUTE) });
  }
  if (name) return t(name);
  return error.status >= 400 && error.status < 500 && error.status !== 401 && error.problem.detail ? error.problem.detail : reason;
}
