/**
 * Moves the focus from a control that is about to vanish to the heading of what it stands in, so that whoever goes by keys or by
 * ear stays where they were. Call it while the control is still there.
 */
export function focusAround(control: Element): void {
  const place = control.closest<HTMLElement>("section, dialog, main");
  if (!place) return;
  const headings = [...place.querySelectorAll<HTMLElement>("h1, h2, h3")];
  const target = headings.find((heading) => !heading.closest("[role=alert]")) ?? place;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
