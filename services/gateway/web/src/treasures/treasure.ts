import type { Picture } from "@/api/types";
import type { ArtistTreasure, Treasure, TrackTreasure, Treasures } from "@/api/parts";
import type { PlaysFilters } from "@/lib/plays";

export const WHAT = ["tracks", "artists"] as const;
export type What = (typeof WHAT)[number];

/** A treasure, whatever it is of. */
export interface Loved extends Treasure {
  name: string;
  by: string | null;
  picture: Picture | null;
  /** Its plays. */
  filters: PlaysFilters;
}

export function forgotten(treasures: Treasures, what: What): Loved[] {
  return what === "tracks" ? treasures.forgotten_tracks.map(ofTrack) : treasures.forgotten_artists.map(ofArtist);
}

export function stillLoved(treasures: Treasures, what: What): Loved[] {
  return what === "tracks" ? treasures.loved_tracks.map(ofTrack) : treasures.loved_artists.map(ofArtist);
}

function ofTrack(track: TrackTreasure): Loved {
  return { ...track, name: track.title, by: track.artist || null, picture: track.cover, filters: { kind: "track", track: track.title, artist: track.artist } };
}

function ofArtist(artist: ArtistTreasure): Loved {
  return { ...artist, by: null, picture: artist.image, filters: { kind: "track", artist: artist.name } };
}
