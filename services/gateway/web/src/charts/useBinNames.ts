"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import type { Bin } from "@/lib/bins";

/** What some months in a row are called: below a bar, where the first of a year says which, and in full. */
export function useBinNames() {
  const t = useTranslations("charts");
  const format = useFormat();
  return useMemo(() => {
    const axis = ({ unit, year, part }: Bin<unknown>, many: boolean) => {
      if (unit === "year" || (part === 1 && (many || unit === "quarter"))) return String(year);
      return unit === "quarter" ? t("quarterShort", { part }) : format.monthShort(`${year}-${String(part).padStart(2, "0")}`);
    };
    const full = ({ unit, year, part, from }: Bin<unknown>) => {
      if (unit === "year") return String(year);
      return unit === "quarter" ? t("quarter", { part, year: String(year) }) : format.month(from);
    };
    return { axis, full };
  }, [format, t]);
}
