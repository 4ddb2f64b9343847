"use client";

import { useMemo } from "react";
import { useLocale } from "use-intl";

/** The order of names in the reader's language. */
export function useCollator(): Intl.Collator {
  const locale = useLocale();
  return useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
}
