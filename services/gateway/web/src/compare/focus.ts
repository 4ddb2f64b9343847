/** What leads to a comparison goes when it is there, and comes back when it ends: the one takes the focus over from the other. */
let given = false;

export function giveFocus(): void {
  given = true;
}

export function takeFocus(element: HTMLElement | null): void {
  if (!given) return;
  given = false;
  // Below the sheet that led here nothing can take it, and that leaves a moment later.
  const sheet = document.querySelector("dialog[open]");
  if (sheet) sheet.addEventListener("close", () => element?.focus(), { once: true });
  else element?.focus();
}
