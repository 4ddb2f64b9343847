"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import type { Bin } from "@/lib/bins";

const A_YEAR = 13;

/** What some months in a row are called: below a bar, where the first of a year says which, and in full. */
export function useBinNames() {
  const t = useTranslations("charts");
  const format = useFormat();
  return useMemo(() => {
    /** `all`: how many there are; a month may be there twice where they are more than those of a window of a year. */
    const axis = ({ unit, year, part }: Bin<unknown>, all: number) => {
      const major = part === 1 && (unit === "quarter" || (unit === "month" && all > A_YEAR));
      if (unit === "year" || major) return { axis: String(year), major };
      return { axis: unit === "quarter" ? t("quarterShort", { part }) : format.monthShort(`${year}-${String(part).padStart(2, "0")}`), major };
    };
    const full = ({ unit, year, part, from }: Bin<unknown>) => {
      if (unit === "year") return String(year);
      return unit === "quarter" ? t("quarter", { part, year: String(year) }) : format.month(from);
    };
    return { axis, full };
  }, [format, t]);
}
