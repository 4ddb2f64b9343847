import { shapesOf, type Shape } from "./art";
import type { StoryCard, StoryRow } from "./storyCard";
import { fit, shorten, type Box, type Measure } from "./fit";
import type { Format } from "./formats";

export type Face = "display" | "text";
/** The names of colours in the style sheet. */
export type Colour = "ink" | "ink-2" | "ember" | "peak" | "edge";
export type Weight = 300 | 400 | 500;

export interface TextPiece {
  kind: "text";
  text: string;
  x: number;
  /** Of the line that the letters stand on. */
  y: number;
  size: number;
  face: Face;
  weight: Weight;
  colour: Colour;
  align: "left" | "right";
}

export type Piece =
  | TextPiece
  | { kind: "art"; x: number; y: number; width: number; height: number; shapes: Shape[] }
  | { kind: "cover"; x: number; y: number; size: number }
  | { kind: "mark"; x: number; y: number; height: number }
  | { kind: "rule"; x: number; y: number; width: number };

export interface Around {
  brand: string;
  dates: readonly [string, string];
  source: string;
}

/** How wide a text is in a face and weight, at a size. */
export type Rulers = (face: Face, weight: Weight) => Measure;

/** From the upper edge of a line to the line that its letters stand on. */
const ASCENT = 0.84;
const AIR = 24;

/** Where everything of a card stands in its picture, with its artwork when that could be had. */
export function compose(card: StoryCard, around: Around, format: Format, rulers: Rulers, covered: boolean): Piece[] {
  const width = format.width - 2 * format.margin;
  const rule = card.figure === null ? null : format.rule;
  const heading = head(card, format, width, rulers);
  const top = heading.bottom + AIR;
  const rows = list(card.rows, { top, bottom: (rule ?? format.source) - format.sourceSize - AIR, x: format.margin, width }, format.row, rulers);
  return [...frame(around, format), ...(covered ? cover(format) : art(card, format)), ...heading.pieces, ...rows, ...(rule === null ? [] : foot(card, rule, format, width, rulers))];
}

/** The mark and the window on top, the source at the bottom. */
function frame({ brand, dates, source }: Around, format: Format): Piece[] {
  const { margin, width, head: y } = format;
  const date = (text: string, line: number): Piece => (
    { kind: "text", text, x: width - margin, y: y + 36 + line * 49, size: 36, face: "text", weight: 400, colour: "ink-2", align: "right" }
  );
  return [
    { kind: "mark", x: margin, y, height: 58 },
    { kind: "text", text: brand, x: margin + 98, y: y + 46, size: 52, face: "display", weight: 500, colour: "ink", align: "left" },
    date(dates[0], 0),
    date(dates[1], 1),
    { kind: "text", text: source, x: margin, y: format.source, size: format.sourceSize, face: "text", weight: 400, colour: "ink-2", align: "left" },
  ];
}

/** The artwork as it is, and beside it, nowhere on it, the note that thins out. */
function cover({ margin, width, art: { y, height } }: Format): Piece[] {
  const x = margin + height;
  const shapes = shapesOf({ kind: "note" }, width - x, height);
  return [{ kind: "cover", x: margin, y, size: height }, { kind: "art", x, y, width: width - x, height, shapes }];
}

/** A clock is round; time has the whole width; rings spread to the edge of the picture. */
function art(card: StoryCard, format: Format): Piece[] {
  if (card.art === null) return [];
  const { margin, width, art: { y, height } } = format;
  const piece = (x: number, across: number, shapes: Shape[]): Piece[] => [{ kind: "art", x, y, width: across, height, shapes }];
  switch (card.art.kind) {
    case "dial":
      return piece((width - height) / 2, height, shapesOf(card.art, height, height));
    case "bars":
      return piece(margin, width - 2 * margin, shapesOf(card.art, width - 2 * margin, height));
    case "note":
    case "rings":
      return piece(margin, width - margin, shapesOf(card.art, width - margin, height));
  }
}

function head(card: StoryCard, format: Format, width: number, rulers: Rulers): { pieces: Piece[]; bottom: number } {
  const { margin, label: labelSize } = format;
  let y = card.art === null ? format.art.y : format.text;
  const pieces: Piece[] = [];
  const lines = (text: string, box: Box, weight: Weight, colour: Colour, face: Face = "display") => {
    const fitted = fit(text, box, rulers(face, weight));
    for (const line of fitted.lines) {
      pieces.push({ kind: "text", text: line, x: margin, y: y + fitted.size * ASCENT, size: fitted.size, face, weight, colour, align: "left" });
      y += fitted.size * box.leading;
    }
  };
  lines(card.label, { width, height: labelSize * 1.5, sizes: [labelSize], leading: 1.5 }, 400, "peak", "text");
  lines(card.title, { width, ...(card.rows.length > 0 && card.art ? format.finding : format.title) }, 300, "ink");
  if (card.by) {
    y += format.gap;
    lines(card.by, { width, ...format.by }, 400, "ink");
  }
  return { pieces, bottom: y };
}

interface Room {
  top: number;
  bottom: number;
  x: number;
  width: number;
}

/** Rows as high as there is room for, within reason. */
function list(rows: readonly StoryRow[], room: Room, tallest: number, rulers: Rulers): Piece[] {
  const height = Math.min(tallest, (room.bottom - room.top) / Math.max(rows.length, 1));
  const [large, small] = [Math.min(60, height * 0.36), Math.min(38, height * 0.25)];
  return rows.flatMap((row, index): Piece[] => {
    const y = room.top + index * height;
    const x = room.x + (row.rank === null ? 0 : large * 1.5);
    const right = room.x + room.width;
    const baseline = y + height * 0.47;
    const left = right - rulers("text", 400)(row.value, small) - AIR;
    const text = { kind: "text", face: "text", weight: 400, align: "left" } as const;
    const name = shorten(row.name, left - x, large, rulers("display", 500));
    const by = row.by && shorten(row.by, right - x, small, rulers("text", 400));
    return [
      { kind: "rule", x: room.x, y, width: room.width },
      ...(row.rank === null ? [] : [{ ...text, face: "display", text: row.rank, x: room.x, y: baseline, size: large, colour: "ember" } as const]),
      { ...text, face: "display", weight: 500, text: name, x, y: baseline, size: large, colour: "ink" },
      ...(by ? [{ ...text, text: by, x, y: baseline + small * 1.35, size: small, colour: "ink-2" } as const] : []),
      { ...text, text: row.value, x: right, y: baseline, size: small, colour: "ink-2", align: "right" },
    ];
  });
}

/** The figure and what it counts, below a line; the note beneath where it does not fit beside. */
function foot(card: StoryCard, rule: number, format: Format, width: number, rulers: Rulers): Piece[] {
  const { margin, figure: size } = format;
  const figure = card.figure ?? "";
  const used = rulers("display", 400)(figure, size) + AIR;
  const note = shorten(card.note, width, format.sourceSize, rulers("text", 400));
  const beside = used + rulers("text", 400)(note, format.sourceSize) <= width;
  const y = rule + 34 + size * ASCENT;
  return [
    { kind: "rule", x: margin, y: rule, width },
    { kind: "text", text: figure, x: margin, y, size, face: "display", weight: 400, colour: "ember", align: "left" },
    {
      kind: "text", text: note, x: margin + (beside ? used : 0), y: beside ? y : y + format.sourceSize * 1.4, size: format.sourceSize,
      face: "text", weight: 400, colour: "ink-2", align: "left",
    },
  ];
}
