"use client";

import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";
import { useProblemWords } from "./useProblemWords";

/** Why something failed and what to do; a fault of the page itself is said as such, and nothing where there is no error. */
export function useReason(error: Error | null): string {
  const t = useTranslations("problem");
  const words = useProblemWords();
  if (error === null) return "";
  return error instanceof ApiError ? words(error.problem) : t("page");
}
