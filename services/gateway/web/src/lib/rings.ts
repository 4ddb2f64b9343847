/** The rings that stand in for a missing picture: drawn from a hash of the name, so the same name always looks the same. */
export interface Ring {
  r: number;
  width: number;
  /** Place on the afterglow ramp, 5 inside to 2 outside. */
  tone: 2 | 3 | 4 | 5;
}

export interface Rings {
  x: number;
  y: number;
  rings: Ring[];
}

export const RINGS_SIZE = 640;

const CENTRES: readonly [number, number][] = [
  [0, 0], [320, 0], [640, 0], [0, 320], [640, 320], [0, 640], [320, 640], [640, 640],
];

/** FNV-1a, 32 bit. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

export function ringsOf(name: string): Rings {
  const seed = hash(name);
  const [x, y] = CENTRES[seed % CENTRES.length] ?? [0, 0];
  const spacing = 0.8 + ((seed >>> 3) % 64) / 128;
  const weight = 0.7 + ((seed >>> 9) % 64) / 100;
  const rings: Ring[] = [];
  let radius = 70 * spacing;
  for (let i = 0; i < 9; i += 1) {
    rings.push({ r: Math.round(radius), width: Math.max(3, Math.round((46 - 5 * i) * weight)), tone: tone(i) });
    radius += (53 + 18 * i) * spacing;
  }
  return { x, y, rings };
}

function tone(index: number): Ring["tone"] {
  if (index < 2) return 5;
  if (index < 4) return 4;
  return index < 6 ? 3 : 2;
}
