"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";

/** The head of a column of playing times in a file: its name and its unit. */
export function useInMs(): (column: string) => string {
  const t = useTranslations("charts");
  return useCallback((column) => t("inMs", { column }), [t]);
}
