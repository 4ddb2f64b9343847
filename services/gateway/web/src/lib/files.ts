import type { Span } from "./windows";

/** nachklang-hours-by-month-2025-11-24-2026-11-23.csv: what it shows, in the reader's words, and of which days. */
export function fileName(title: string, { from, to }: Span, ending: string): string {
  const words = title.normalize("NFC").toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
  return `${["nachklang", ...words, from, to].join("-")}.${ending}`;
}

/** Gives the reader a file that was made here. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: the browser takes the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
