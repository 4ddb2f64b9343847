/** Small things kept in this browser only; a browser that keeps nothing is no error. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`nachklang.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`nachklang.${key}`, value);
  } catch {
    // Private windows may refuse: the choice then lasts for this visit only.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(`nachklang.${key}`);
  } catch {
    // What was refused when it was to be kept is not there.
  }
}
