/**
 * Right after the answer to a click is on the screen: browsers paint it before they come to what waits in line. For what takes long
 * and shows nothing.
 */
export function soon(work: () => void): void {
  setTimeout(work);
}
