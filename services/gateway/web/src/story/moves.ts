/** How one moves through the story, whatever one moves with. */
export type Move = "next" | "back" | "first" | "last";

/** Up and down are left to scroll a card that is higher than the screen. */
const KEYS: Record<string, Move> = { ArrowRight: "next", ArrowLeft: "back", Home: "first", End: "last" };

export function moveOfKey(key: string, shift: boolean): Move | null {
  if (key === " ") return shift ? "back" : "next";
  return KEYS[key] ?? null;
}

/** A finger or a mouse from its press to its release. */
export interface Gesture {
  dx: number;
  dy: number;
  ms: number;
  /** Where it was let go, as a part of the width. */
  at: number;
}

const SWIPE = 44;
const STILL = 12;
/** Longer is holding, which only stops. */
const TAP_MS = 350;
/** The left part, which leads back. */
const BACK = 1 / 3;

export function moveOfGesture({ dx, dy, ms, at }: Gesture): Move | null {
  if (Math.abs(dx) >= SWIPE && Math.abs(dx) > Math.abs(dy)) return dx < 0 ? "next" : "back";
  if (ms > TAP_MS || Math.hypot(dx, dy) > STILL) return null;
  return at < BACK ? "back" : "next";
}

/** The place after a move: neither before the first nor beyond the last of `count`. */
export function placeAfter(place: number, move: Move, count: number): number {
  const wanted = { next: place + 1, back: place - 1, first: 0, last: count - 1 }[move];
  return Math.max(0, Math.min(count - 1, wanted));
}
