/** The shapes of the public interface (`/api/openapi.json`) that the page reads. Durations are milliseconds, times ISO 8601 UTC. */

export type Kind = "track" | "episode" | "chapter";
export type Order = "time" | "streams";

export interface Picture {
  url: string;
}

export interface Me {
  id: string;
  name: string;
  picture: Picture | null;
  time_zone: string;
  locale: string;
  sharing: boolean;
  spotify: { connected: boolean; until: string | null };
  csrf_token: string;
}

export interface Sums {
  ms_played: number;
  streams: number;
  plays: number;
}

export interface Totals extends Sums {
  tracks: number;
  artists: number;
  albums: number;
  days: number;
  mean_ms_per_day: number;
  by_kind: Record<Kind, Sums>;
  previous: Sums | null;
  /** What of it came from the live feed. */
  estimated: Sums;
}

export interface Preview {
  kind: "audio" | "embed";
  url: string;
}

interface Ranked extends Sums {
  rank: number;
  share: number;
  first_played: string;
  last_played: string;
  link: string | null;
}

export interface TopTrack extends Ranked {
  title: string;
  artist: string;
  album: string | null;
  spotify_id?: string | null;
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
  cover: Picture | null;
}

export interface TopShow extends Ranked {
  name: string;
  episodes: number;
  cover: Picture | null;
}

export interface Wrapped {
  from: string | null;
  to: string | null;
  time_zone: string;
  by: Order;
  revision: number;
  totals: Totals;
  favourites: { track: TopTrack | null; artist: TopArtist | null };
  top_tracks: TopTrack[];
  top_artists: TopArtist[];
  top_albums: TopAlbum[];
  top_shows: TopShow[];
  /** Playing time of every month (`YYYY-MM`) of the whole history, oldest first. */
  rhythm: { life: { month: string; ms_played: number }[] };
  media: "complete" | "pending" | "unavailable";
}

export type UploadState = "receiving" | "reading" | "aggregating" | "done" | "failed";

export interface Rows {
  read: number;
  imported: number;
  duplicate: number;
  rejected: number;
  improved: number;
}

export interface UploadFile {
  name: string;
  format: "extended" | "account" | "ignored";
  rows: Rows;
  error: string | null;
}

export interface Upload {
  id: string;
  state: UploadState;
  error: string | null;
  created_at: string;
  finished_at: string | null;
  filename: string | null;
  bytes: number;
  rows: Rows;
  reasons: Record<string, number>;
  files: UploadFile[];
  live: { ms_played: number; streams: number };
}

export interface Rejection {
  file: string;
  row: number;
  reason: string;
}

export interface Token {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
}

export interface Play {
  played_at: string;
  precision: string;
  kind: Kind;
  title: string | null;
  artist: string | null;
  album: string | null;
  ms_played: number;
  spotify_id: string | null;
  /** Logged twice, shown and left out of every count. */
  double: boolean;
  /** From the live feed, without a real playing time. */
  estimate: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** RFC 9457, as the gateway sends it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}
