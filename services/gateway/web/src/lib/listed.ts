import type { Order, Picture, Preview, Sums } from "@/api/types";
import type { TopArtist, TopTrack, Totals, Wrapped } from "@/api/wrapped";
import type { PlaysFilters } from "./plays";

/** As long as a list of the interface may be. */
export const LONGEST = 500;

export const LISTS = ["tracks", "artists", "albums", "shows"] as const;
export type ListName = (typeof LISTS)[number];

/** One row of a top list, whatever it is of. */
export interface Listed extends Sums {
  key: string;
  rank: number;
  rankBefore: number | null;
  name: string;
  by: string | null;
  share: number;
  picture: Picture | null;
  preview: Preview | null;
  link: string | null;
  firstPlayed: string;
  lastPlayed: string;
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
  rank_before: number | null;
  share: number;
  first_played: string;
  last_played: string;
  link: string | null;
}

function common(row: Ranked) {
  const { rank, share, ms_played, streams, plays } = row;
  return {
    key: String(rank), rank, rankBefore: row.rank_before, share, ms_played, streams, plays, link: row.link,
    firstPlayed: row.first_played, lastPlayed: row.last_played,
  };
}

/** As many as are read before one decides to see more. */
export const FIRST = 10;
const LENGTHS = [50, 150, 250, 350, 450, LONGEST];

/** How long a list becomes when more of it is wanted. */
export function lengthAfter(length: number): number {
  return LENGTHS.find((next) => next > length) ?? LONGEST;
}

/** How many rows a list of the window has in all; null where the totals do not tell. */
export function totalOf(totals: Pick<Totals, "tracks" | "artists" | "albums">, list: ListName): number | null {
  return list === "shows" ? null : totals[list];
}

/** Which plays a row was counted from. */
export function filtersOfRow(row: Listed, list: ListName): PlaysFilters {
  switch (list) {
    case "tracks":
      return { kind: "track", track: row.name, artist: row.by ?? "" };
    case "artists":
      return { kind: "track", artist: row.name };
    case "albums":
      return { kind: "track", album: row.name, artist: row.by ?? "" };
    case "shows":
      return { kind: "show", artist: row.name };
  }
}

/** What a bar is long for. */
export function weight(row: Sums, by: Order): number {
  return by === "time" ? row.ms_played : row.streams;
}
