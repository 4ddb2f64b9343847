/** Does `work` when the next frame is on the screen: what was touched answers before something larger is drawn. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
