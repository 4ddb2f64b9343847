/** Puts the text of `element` on the clipboard; false where the browser lets nobody. It stays selected, to be copied by hand. */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return true;
  } catch {
    // Without TLS there is no clipboard interface: then as before there was one.
    getSelection()?.selectAllChildren(element);
    return document.execCommand("copy");
  }
}
