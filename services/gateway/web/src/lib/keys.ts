/** What does something when it is pressed outside of fields: digits, letters, arrows, Space, and the question mark. */
export const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "ArrowLeft", "ArrowRight", "t", "s", " ", "?"] as const;
export type Key = (typeof KEYS)[number];

export const ARROWS: readonly Key[] = ["ArrowLeft", "ArrowRight"];

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/**
 * Which of our keys was pressed, if one was: pressed, not held down, and not a command of the browser. With Shift a sign is
 * what it is on this keyboard, an arrow or Space something else.
 */
export function keyOf({ key, altKey, ctrlKey, metaKey, shiftKey, repeat, isComposing }: Pressed): Key | null {
  if (altKey || ctrlKey || metaKey || repeat || isComposing) return null;
  const known = KEYS.find((one) => one === (key.length === 1 ? key.toLowerCase() : key)) ?? null;
  return shiftKey && known !== null && (known === " " || ARROWS.includes(known)) ? null : known;
}
