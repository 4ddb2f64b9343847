import { memo } from "react";
import type { Month } from "@/lib/life";

interface StripBarsProps {
  months: readonly Month[];
  /** The width of a month. */
  step: number;
  /** Where they stand; the longest is as high. */
  base: number;
}

/** The months as one shape, which no window changes: which of them are inside is a matter of where it is cut off. */
export const StripBars = memo(function StripBars({ months, step, base }: StripBarsProps) {
  const longest = Math.max(...months.map((month) => month.ms_played), 1);
  const bars = months.map(({ ms_played }, place) => {
    if (ms_played === 0) return "";
    const height = Math.max(1.5, (ms_played / longest) * base);
    const round = Math.min(1.5, step / 4, height);
    const [left, right, top] = [place * step + step * 0.1, place * step + step * 0.9, base - height];
    return `M${left} ${base}V${top + round}Q${left} ${top} ${left + round} ${top}H${right - round}Q${right} ${top} ${right} ${top + round}V${base}Z`;
  });
  return <path d={bars.join("")} />;
});
