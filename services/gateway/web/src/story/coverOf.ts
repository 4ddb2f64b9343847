import type { Picture } from "@/api/types";

/** A picture may be saved without its artwork, but not wait for it for long. */
const PATIENCE_MS = 5_000;

/** Artwork that a canvas may draw and still be saved; null where its server does not allow it, or does not answer in time. */
export async function coverOf({ url }: Picture): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.crossOrigin = "anonymous";
  image.referrerPolicy = "no-referrer";
  image.src = url;
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE_MS, null));
  return Promise.race([image.decode().then(() => image, () => null), late]);
}
