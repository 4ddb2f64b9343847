import type { Discovery, Rhythm, Treasures } from "@/api/parts";
import type { TopAlbum, TopArtist, TopTrack, Totals, Wrapped } from "@/api/wrapped";
import { newShare } from "@/discovery/newShare";
import { peakOf, rhythmFinding, type Peak } from "@/lib/rhythm";
import { forgotten, stillLoved, type Loved } from "@/treasures/treasure";

/** What a card tells, without its words. */
export type Facts =
  | { id: "total"; totals: Totals }
  | { id: "song"; track: TopTrack }
  | { id: "artist"; artist: TopArtist }
  | { id: "album"; album: TopAlbum }
  | { id: "songs"; tracks: readonly TopTrack[] }
  | { id: "artists"; artists: readonly TopArtist[] }
  | { id: "when"; rhythm: Rhythm; peak: Peak | null }
  | { id: "discovery"; discovery: Discovery; share: number }
  | { id: "treasure"; loved: Loved; silent: boolean }
  | { id: "summary"; totals: Totals; track: TopTrack; artist: TopArtist; album: TopAlbum | null };

export type CardId = Facts["id"];

/** As many rows as a card holds. */
const ROWS = 5;
/** One row is the favourite once more. */
const LEAST_ROWS = 2;

/** The cards of an answer in their order; what there is nothing to tell of is left out. */
export function factsOf({ totals, favourites, top_tracks, top_artists, top_albums, rhythm, discovery, treasures }: Wrapped): Facts[] {
  if (totals.plays === 0) return [];
  const { track, artist } = favourites;
  const [album = null] = top_albums;
  const facts: (Facts | null)[] = [
    { id: "total", totals },
    track && { id: "song", track },
    artist && { id: "artist", artist },
    album && { id: "album", album },
    top_tracks.length >= LEAST_ROWS ? { id: "songs", tracks: top_tracks.slice(0, ROWS) } : null,
    top_artists.length >= LEAST_ROWS ? { id: "artists", artists: top_artists.slice(0, ROWS) } : null,
    peakOf(rhythm.clock) ? { id: "when", rhythm, peak: rhythmFinding(rhythm.clock) } : null,
    discovered(discovery),
    treasure(treasures),
    track && artist && { id: "summary", totals, track, artist, album },
  ];
  return facts.filter((fact) => fact !== null);
}

function discovered(discovery: Discovery): Facts | null {
  const share = newShare(discovery);
  return share === null ? null : { id: "discovery", discovery, share };
}

/** The first of what fell silent, tracks before artists; without any, the first of what has stayed. */
function treasure(treasures: Treasures): Facts | null {
  const [silent] = [...forgotten(treasures, "tracks"), ...forgotten(treasures, "artists")];
  const [loved] = silent ? [silent] : [...stillLoved(treasures, "tracks"), ...stillLoved(treasures, "artists")];
  return loved ? { id: "treasure", loved, silent: loved === silent } : null;
}
