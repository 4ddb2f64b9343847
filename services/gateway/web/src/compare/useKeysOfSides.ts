"use client";

import { useMemo } from "react";
import type { Key } from "@/charts/types";
import { useFormat } from "@/intl/useFormat";
import { SWATCHES, type Spans } from "./sides";

/** What the bars and the line of a comparison are: the days of either window. */
export function useKeysOfSides(spans: Spans): Key[] {
  const format = useFormat();
  return useMemo(() => spans.map(({ from, to }, place) => ({ swatch: SWATCHES[place] ?? "col", text: format.range(from, to) })), [format, spans]);
}
