import type { FormatName } from "./formats";
import type { CardId } from "./facts";
import { saveBlob } from "@/lib/files";
import type { Span } from "@/lib/windows";

export const PNG = "image/png";

/** `nachklang-<window>-<card>.png`; the square one says so, for the two are saved side by side. */
export function pictureName({ from, to }: Span, card: CardId, format: FormatName): string {
  return `nachklang-${from}-${to}-${card}${format === "square" ? "-square" : ""}.png`;
}

/** Whether the system has a share sheet that takes pictures. */
export function canShare(): boolean {
  return typeof navigator.canShare === "function" && navigator.canShare({ files: [new File([""], "picture.png", { type: PNG })] });
}

/** Gives the file to the system's share sheet; where there is none, or it may not open, the file is saved. */
export async function shareOrSave(file: File): Promise<void> {
  if (!canShare()) return saveBlob(file.name, file);
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // Closed by the reader: what they wanted. Anything else, as a click too long ago, is no reason to lose the picture.
    if (!(error instanceof DOMException && error.name === "AbortError")) saveBlob(file.name, file);
  }
}
