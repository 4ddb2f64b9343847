import type { Discovery } from "@/api/parts";

/** At the beginning of a history everything is new: that is no news. */
const NEARLY_ALL = 0.97;

/** The part of the music that was of artists heard for the first time; null where that is nothing to tell. */
export function newShare({ artists, ms_played, ms_played_new_artists }: Discovery): number | null {
  if (artists === 0 || ms_played === 0) return null;
  const share = ms_played_new_artists / ms_played;
  return share < NEARLY_ALL ? share : null;
}
