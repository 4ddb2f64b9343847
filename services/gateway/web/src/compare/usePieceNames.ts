"use client";

import { useMemo } from "react";
import { useBinNames } from "@/charts/useBinNames";
import { useFormat } from "@/intl/useFormat";
import type { Piece } from "@/lib/sideBySide";

/** What a piece of a window is called: below a bar, and in full. */
export function usePieceNames() {
  const format = useFormat();
  const bins = useBinNames();
  return useMemo(() => {
    const axis = ({ bin, from }: Piece, all: number) => (bin ? bins.axis(bin, all) : { axis: String(Number(from.slice(8))), major: from.endsWith("-01") });
    const full = ({ bin, from }: Piece) => (bin ? bins.full(bin) : format.day(from));
    return { axis, full };
  }, [bins, format]);
}
