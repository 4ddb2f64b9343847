import { MARK_HEIGHT, MARK_STROKES } from "@/shell/Mark";
import type { Shape } from "./art";
import type { StoryCard } from "./storyCard";
import { compose, type Colour, type Face, type Piece, type TextPiece, type Weight } from "./compose";
import { coverOf } from "./coverOf";
import { directionOf } from "./fit";
import { FORMATS, type FormatName } from "./formats";

/** Every weight of every face that a picture is set in. */
const FACES: readonly [Face, Weight][] = [["display", 300], ["display", 400], ["display", 500], ["text", 400]];

/** What stands around a card; whose the titles are, and whose the artwork too where some is shown. */
export interface Surroundings {
  brand: string;
  dates: readonly [string, string];
  sources: { titles: string; covers: string };
}

/** The picture of a card, in the fonts and colours of the style sheet at `place`. */
export async function pictureOf(card: StoryCard, { brand, dates, sources }: Surroundings, name: FormatName, place: Element): Promise<Blob> {
  const format = FORMATS[name];
  const style = new Style(place);
  const artwork = card.cover && (await coverOf(card.cover.picture));
  const around = { brand, dates, source: artwork ? sources.covers : sources.titles };
  await style.ready([card.label, card.title, card.by, card.note, card.figure, ...card.rows.flatMap((row) => Object.values(row)), ...Object.values(around).flat()]);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [format.width, format.height];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws no pictures");
  const rulers = (face: Face, weight: Weight) => (text: string, size: number) => {
    context.font = style.font(face, weight, size);
    return context.measureText(text).width;
  };
  context.fillStyle = style.colour("paper");
  context.fillRect(0, 0, format.width, format.height);
  for (const piece of compose(card, around, format, rulers, artwork !== null)) {
    if (piece.kind !== "cover") draw(context, piece, style);
    else if (artwork) drawCover(context, piece, artwork, style);
  }
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture could not be written"))), "image/png");
  });
}

/** What the style sheet says at a place of the page. */
class Style {
  readonly #values: CSSStyleDeclaration;

  constructor(place: Element) {
    this.#values = getComputedStyle(place);
  }

  colour(name: Colour | "paper" | `h${number}`): string {
    return this.#values.getPropertyValue(`--${name}`);
  }

  font(face: Face, weight: Weight, size: number): string {
    return `${weight} ${size}px ${this.#values.getPropertyValue(`--font-${face}`)}`;
  }

  /** Waits for the files that hold the signs of these texts: a canvas draws with what is there. */
  async ready(texts: readonly (string | null)[]): Promise<void> {
    const signs = [...new Set(texts.join(""))].join("");
    await Promise.all(FACES.map(([face, weight]) => document.fonts.load(this.font(face, weight, 40), signs)));
    await document.fonts.ready;
  }
}

function draw(context: CanvasRenderingContext2D, piece: Exclude<Piece, { kind: "cover" }>, style: Style): void {
  switch (piece.kind) {
    case "text":
      return write(context, piece, style);
    case "rule":
      context.fillStyle = style.colour("edge");
      return context.fillRect(piece.x, piece.y, piece.width, 2);
    case "mark":
      context.fillStyle = style.colour("ember");
      context.save();
      context.translate(piece.x, piece.y);
      context.scale(piece.height / MARK_HEIGHT, piece.height / MARK_HEIGHT);
      for (const [x, width, height] of MARK_STROKES) {
        context.beginPath();
        context.roundRect(x, (MARK_HEIGHT - height) / 2, width, height, width / 2);
        context.fill();
      }
      return context.restore();
    case "art":
      context.save();
      context.translate(piece.x, piece.y);
      context.beginPath();
      context.rect(0, 0, piece.width, piece.height);
      context.clip();
      for (const shape of piece.shapes) drawShape(context, shape, style);
      return context.restore();
  }
}

/** Whole and unaltered, in the middle of its square. */
function drawCover(context: CanvasRenderingContext2D, { x, y, size }: Extract<Piece, { kind: "cover" }>, image: HTMLImageElement, style: Style): void {
  context.fillStyle = style.colour("h0");
  context.fillRect(x, y, size, size);
  const scale = size / Math.max(image.naturalWidth, image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  context.drawImage(image, x + (size - width) / 2, y + (size - height) / 2, width, height);
}

function write(context: CanvasRenderingContext2D, piece: TextPiece, style: Style): void {
  context.font = style.font(piece.face, piece.weight, piece.size);
  context.fillStyle = style.colour(piece.colour);
  context.textAlign = piece.align;
  context.textBaseline = "alphabetic";
  context.direction = directionOf(piece.text);
  context.fillText(piece.text, piece.x, piece.y);
}

function drawShape(context: CanvasRenderingContext2D, shape: Shape, style: Style): void {
  if (shape.kind === "hour") {
    context.font = style.font("text", 400, shape.size);
    context.fillStyle = style.colour("ink-2");
    [context.textAlign, context.textBaseline] = ["center", "middle"];
    return context.fillText(shape.text, shape.x, shape.y);
  }
  context.fillStyle = style.colour(`h${shape.tone}`);
  if (shape.kind === "bar") return context.fillRect(shape.x, shape.y, shape.width, shape.height);
  context.strokeStyle = context.fillStyle;
  context.lineWidth = shape.width;
  context.beginPath();
  if (shape.kind === "ring") context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
  else {
    context.moveTo(shape.x1, shape.y1);
    context.lineTo(shape.x2, shape.y2);
  }
  context.stroke();
}
