import type { Span } from "./windows";

/** nachklang-hours-by-month-2025-11-24-2026-11-23.csv: what it shows, in the reader's words, and of which days. */
export function fileName(title: string, { from, to }: Span, ending: string): string {
  return `${["nachklang", ...wordsOf(title), from, to].join("-")}.${ending}`;
}

/** File systems take names of 255 bytes; a letter may have four. */
const LONGEST = 60;

/** nachklang-rejected-rows-my-spotify-data-zip.csv: what it shows, and of what. */
export function plainFileName(titles: readonly string[], ending: string): string {
  const name = [...titles.flatMap(wordsOf).join("-")].slice(0, LONGEST).join("");
  return `nachklang-${name}.${ending}`;
}

/** Letters and numbers of every script, and nothing that a file system refuses. */
function wordsOf(title: string): string[] {
  return title.normalize("NFC").toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
}

/** Long enough for the slowest browser to begin with a file. */
const KEPT_MS = 60_000;

/** Gives the reader a text that was made here, as a file. */
export function saveFile(name: string, type: string, text: string): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Gives the reader a file that was made here. */
export function saveBlob(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: the browser takes the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
