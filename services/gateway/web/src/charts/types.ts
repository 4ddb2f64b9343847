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

/** The values of a drawing that can be reached. A chart may have hundreds, so each is made when it is asked for. */
export interface Marks {
  count: number;
  at: (index: number) => Mark;
  /** Which one is at a point of the drawing; null where there is none. */
  find: (x: number, y: number) => number | null;
}

/** A chart at one width. Units are pixels, so that no text is ever scaled. */
export interface Drawing {
  width: number;
  height: number;
  shapes: ReactNode;
  marks: Marks;
  /** How many marks further the arrows lead: sideways and down. */
  step: { across: number; down: number };
}

/** What a colour or a line means: bars, the line of a comparison, a level of the calendar, or words alone. */
export interface Key {
  swatch?: "col" | "line-before" | `h${0 | 1 | 2 | 3 | 4 | 5}`;
  text?: string;
}

/** The same values as a table: the first cell of a row is its head. */
export interface Table<Of extends Cell = Cell> {
  columns: readonly string[];
  rows: readonly Row<Of>[];
}

export interface Row<Of extends Cell = Cell> {
  key: string;
  head: string;
  cells: readonly Of[];
}

export interface Cell {
  text: string;
  href?: string;
}

/** A table that is also a file: what programs read beside what people read. */
export interface Values extends Table<Value> {
  /** Its columns with their units. */
  header: readonly string[];
  rows: readonly (Row<Value> & { plain: string })[];
}

export interface Value extends Cell {
  /** null where there is none. */
  value: number | null;
}
