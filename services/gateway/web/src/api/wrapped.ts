import type { Discovery, Habits, Rhythm, Treasures } from "./parts";
import type { Kind, Order, Picture, Preview, Sums } from "./types";

/** `GET /api/v1/wrapped`. Days are YYYY-MM-DD in the person's zone, months YYYY-MM; what each number means: the help on the page. */
export interface Wrapped {
  from: string | null;
  to: string | null;
  time_zone: string;
  person: { id: string; name: string };
  by: Order;
  revision: number;
  totals: Totals;
  favourites: { track: TopTrack | null; artist: TopArtist | null };
  top_tracks: TopTrack[];
  top_artists: TopArtist[];
  top_albums: TopAlbum[];
  top_shows: TopShow[];
  rhythm: Rhythm;
  discovery: Discovery;
  treasures: Treasures;
  habits: Habits;
  media: "complete" | "pending" | "unavailable";
  /** Something that is missing is not looked for before. */
  media_resumes_at: string | null;
}

interface WindowSums extends Sums {
  tracks: number;
  artists: number;
  albums: number;
  days: number;
}

export interface Totals extends WindowSums {
  mean_ms_per_day: number;
  by_kind: Record<Kind, Sums>;
  previous: PreviousTotals | null;
  /** What of it came from the live feed. */
  estimated: Sums;
}

export interface PreviousTotals extends WindowSums {
  from: string;
  to: string;
}

interface Ranked extends Sums {
  rank: number;
  rank_before: number | null;
  share: number;
  first_played: string;
  last_played: string;
  link: string | null;
}

export interface TopTrack extends Ranked {
  title: string;
  artist: string;
  album: string | null;
  cover: Picture | null;
  preview: Preview | null;
}

export interface TopArtist extends Ranked {
  name: string;
  tracks: number;
  image: Picture | null;
}

export interface TopAlbum extends Ranked {
  title: string;
  artist: string;
  tracks: number;
  cover: Picture | null;
}

export interface TopShow extends Ranked {
  name: string;
  episodes: number;
  cover: Picture | null;
}
