import type { Box } from "./fit";

type Lines = Omit<Box, "width">;

/** The measures of a picture in pixels. */
export interface Format {
  width: number;
  height: number;
  margin: number;
  /** Where the mark and the dates stand. */
  head: number;
  art: { y: number; height: number };
  /** Where the words begin below the art; without art they begin in its place. */
  text: number;
  label: number;
  title: Lines;
  /** A title with art above and rows below. */
  finding: Lines;
  /** Between the title and what stands below it. */
  gap: number;
  by: Lines;
  /** The tallest row. */
  row: number;
  /** Where the line above the figure is. */
  rule: number;
  figure: number;
  /** The line that the last words stand on. */
  source: number;
  sourceSize: number;
}

export type FormatName = "tall" | "square";

/** Nothing stands in the upper 130 and the lower 100 pixels of the tall one, where other programs put their own. */
export const FORMATS: Record<FormatName, Format> = {
  tall: {
    width: 1080, height: 1920, margin: 88, head: 150, art: { y: 330, height: 640 }, text: 1030, label: 38,
    title: { height: 400, sizes: [142, 122, 104, 90, 78, 68, 60], leading: 1.07 },
    finding: { height: 250, sizes: [108, 92, 78, 66, 58], leading: 1.04 },
    gap: 14, by: { height: 80, sizes: [60, 52, 44, 38], leading: 1.2 },
    row: 246, rule: 1600, figure: 92, source: 1812, sourceSize: 34,
  },
  square: {
    width: 1080, height: 1080, margin: 72, head: 72, art: { y: 190, height: 300 }, text: 520, label: 34,
    title: { height: 200, sizes: [92, 80, 70, 60, 50], leading: 1.07 },
    finding: { height: 130, sizes: [80, 70, 60, 52], leading: 1.04 },
    gap: 8, by: { height: 62, sizes: [48, 42, 36], leading: 1.2 },
    row: 118, rule: 846, figure: 72, source: 1020, sourceSize: 30,
  },
};
