import type { ReactElement, ReactNode } from "react";

/** One value that can be walked to, shown, and opened. */
export interface Mark {
  key: string;
  /** What it says: place and value. */
  label: string;
  /** The plays behind it. */
  href: string;
  /** Where it is reached: an SVG shape in the units of the drawing. */
  area: ReactElement;
}

/** A chart at one width. Units are pixels, so that no text is ever scaled. */
export interface Drawing {
  width: number;
  height: number;
  shapes: ReactNode;
  marks: readonly Mark[];
  /** How many marks further the arrows lead: sideways and down. */
  step: { across: number; down: number };
}

/** The same values as a table: the first cell of a row is its head. */
export interface Table {
  columns: readonly string[];
  rows: readonly { key: string; head: string; cells: readonly Cell[] }[];
}

export interface Cell {
  text: string;
  href?: string;
}
