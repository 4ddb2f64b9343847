/** What the story's button and the story know of each other across a change of address. */
let opened = false;
let returning = false;

/** The button leads to the story: leaving it then is a step back. */
export function opens(): void {
  opened = true;
}

/** Whether the story was opened from the page, and not by its address. */
export function wasOpened(): boolean {
  return opened;
}

/** The story goes: the focus belongs to its button again. */
export function returns(): void {
  [opened, returning] = [false, true];
}

/** Whether the one that asks is to take the focus; true once. */
export function takesFocus(): boolean {
  const takes = returning;
  returning = false;
  return takes;
}
