/** What leads to a comparison goes when it is there, and comes back when it ends: the one takes the focus over from the other. */
let given = false;

export function giveFocus(): void {
  given = true;
}

export function takeFocus(element: HTMLElement | null): void {
  if (given) element?.focus();
  given = false;
}
