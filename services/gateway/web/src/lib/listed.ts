import type { Order, Picture, Preview, Sums, TopArtist, TopTrack, Wrapped } from "@/api/types";

export const LISTS = ["tracks", "artists", "albums", "shows"] as const;
export type ListName = (typeof LISTS)[number];

/** One row of a top list, whatever it is of. */
export interface Listed extends Sums {
  key: string;
  rank: number;
  name: string;
  by: string | null;
  share: number;
  picture: Picture | null;
  preview: Preview | null;
  link: string | null;
}

export function rowsOf(wrapped: Wrapped, list: ListName): Listed[] {
  switch (list) {
    case "tracks":
      return wrapped.top_tracks.map(trackRow);
    case "artists":
      return wrapped.top_artists.map(artistRow);
    case "albums":
      return wrapped.top_albums.map((row) => ({ ...common(row), name: row.title, by: row.artist || null, picture: row.cover, preview: null }));
    case "shows":
      return wrapped.top_shows.map((row) => ({ ...common(row), name: row.name, by: null, picture: row.cover, preview: null }));
  }
}

export function trackRow(row: TopTrack): Listed {
  return { ...common(row), name: row.title, by: row.artist || null, picture: row.cover, preview: row.preview };
}

export function artistRow(row: TopArtist): Listed {
  return { ...common(row), name: row.name, by: null, picture: row.image, preview: null };
}

interface Ranked extends Sums {
  rank: number;
  share: number;
  link: string | null;
}

function common(row: Ranked) {
  const { rank, share, ms_played, streams, plays } = row;
  return { key: String(rank), rank, share, ms_played, streams, plays, link: row.link };
}

/** What a bar is long for. */
export function weight(row: Sums, by: Order): number {
  return by === "time" ? row.ms_played : row.streams;
}
