import { RINGS_SIZE, ringsOf } from "@/lib/rings";

/** What is drawn on a card in place of artwork, which must not be put into pictures of our own. */
export type Art =
  | { kind: "note" }
  /** The rings of a name. */
  | { kind: "rings"; name: string }
  /** 24 hours around the clock, midnight on top. */
  | { kind: "dial"; hours: readonly number[] }
  /** In time. */
  | { kind: "bars"; values: readonly number[] };

/** Nothing heard, and little to much. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** The same on the page and in the picture. */
export type Shape =
  | { kind: "ring"; x: number; y: number; r: number; width: number; tone: Tone }
  | { kind: "line"; x1: number; y1: number; x2: number; y2: number; width: number; tone: Tone }
  | { kind: "bar"; x: number; y: number; width: number; height: number; tone: Tone }
  | { kind: "hour"; x: number; y: number; size: number; text: string };

/** Radius, width and tone of the rings of the mark: a struck note that thins out. */
const NOTE: readonly [number, number, Tone][] = [
  [70, 56, 5], [152, 46, 4], [232, 37, 4], [310, 29, 3], [387, 22, 3], [463, 16, 2], [538, 11, 2], [613, 7, 1],
];
const NOTE_HEIGHT = 617;
const LEAST_BAR = 4;
/** Smaller figures are not read in a picture. */
const LEAST_HOUR = 26;

export function shapesOf(art: Art, width: number, height: number): Shape[] {
  switch (art.kind) {
    case "note":
      return note(height);
    case "rings":
      return rings(art.name, width, height);
    case "dial":
      return dial(art.hours, width, height);
    case "bars":
      return bars(art.values, width, height);
  }
}

/** Rises from the lower left corner. */
function note(height: number): Shape[] {
  const scale = height / NOTE_HEIGHT;
  return NOTE.map(([r, width, tone]) => ({ kind: "ring", x: 0, y: height, r: r * scale, width: width * scale, tone }));
}

function rings(name: string, width: number, height: number): Shape[] {
  const { x, y, rings: all } = ringsOf(name);
  const [right, down, scale] = [width / RINGS_SIZE, height / RINGS_SIZE, Math.max(width, height) / RINGS_SIZE];
  const ground: Shape = { kind: "bar", x: 0, y: 0, width, height, tone: 0 };
  return [
    ground,
    ...all.map((ring): Shape => ({ kind: "ring", x: x * right, y: y * down, r: ring.r * scale, width: ring.width * scale, tone: ring.tone })),
  ];
}

function dial(hours: readonly number[], width: number, height: number): Shape[] {
  const [x, y] = [width / 2, height / 2];
  const whole = Math.min(x, y);
  const [inner, outer] = [whole * 0.3, whole * 0.84];
  const most = Math.max(...hours, 1);
  const rays = hours.map((value, hour): Shape => {
    const length = (value / most) * (outer - inner);
    const [right, down] = toward(hour, hours.length);
    return {
      kind: "line", x1: x + right * inner, y1: y + down * inner, x2: x + right * (inner + length), y2: y + down * (inner + length),
      width: whole * 0.055, tone: value === most ? 5 : 3,
    };
  });
  const names = [0, 6, 12, 18].map((hour): Shape => {
    const [right, down] = toward(hour, hours.length);
    return { kind: "hour", x: x + right * whole * 0.93, y: y + down * whole * 0.93, size: Math.max(whole * 0.11, LEAST_HOUR), text: String(hour) };
  });
  const faces = [inner - whole * 0.03, outer].map((r): Shape => ({ kind: "ring", x, y, r, width: whole * 0.01, tone: 1 }));
  return [...faces, ...rays, ...names];
}

/** To the right and down, for an hour on a face with midnight on top. */
function toward(hour: number, hours: number): [number, number] {
  const angle = (hour / hours) * 2 * Math.PI;
  return [Math.sin(angle), -Math.cos(angle)];
}

function bars(values: readonly number[], width: number, height: number): Shape[] {
  const most = Math.max(...values, 1);
  const step = width / Math.max(values.length, 1);
  return values.map((value, index) => {
    const tall = value > 0 ? Math.max((value / most) * height, LEAST_BAR) : LEAST_BAR / 2;
    return { kind: "bar", x: index * step, y: height - tall, width: step * 0.72, height: tall, tone: value === 0 ? 1 : value === most ? 5 : 3 };
  });
}
