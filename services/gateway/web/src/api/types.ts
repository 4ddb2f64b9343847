/** The shapes of the public interface (`/api/openapi.json`) that the page reads. Durations are milliseconds, times ISO 8601 UTC. */

export type Kind = "track" | "episode" | "chapter";
export type Order = "time" | "streams";

export interface Picture {
  url: string;
  /** The same one for a row, where there is one. */
  small?: string | null;
}

export interface Me {
  id: string;
  name: string;
  picture: Picture | null;
  time_zone: string;
  /** Somebody has said which `time_zone` it is; until then it is UTC. */
  zone_told: boolean;
  locale: string;
  sharing: boolean;
  /** The name of a local account; null for somebody who signs in with Spotify only. */
  login: string | null;
  /** May invite others. */
  admin: boolean;
  /** `reconnect`: there was a connection, and it has ended. */
  spotify: { connected: boolean; until: string | null; reconnect: boolean };
  csrf_token: string;
}

export interface Sums {
  ms_played: number;
  streams: number;
  plays: number;
}

export type SampleSource = "spotify" | "deezer" | "itunes";

/** `source` is who plays it, to be named beside it; `link` is where the source shows the track. */
export interface Preview {
  kind: "audio" | "embed";
  url: string;
  source: SampleSource;
  link: string | null;
}

export type UploadState = "receiving" | "reading" | "aggregating" | "done" | "failed";

export interface Rows {
  read: number;
  imported: number;
  duplicate: number;
  rejected: number;
  improved: number;
  /** Of the imported ones: logged twice by two devices. */
  doubles: number;
  /** Plays of the live feed that this upload stands for now; no rows of it. */
  replaced_estimates: number;
}

export interface UploadFile {
  name: string;
  format: "extended" | "account" | "nachklang" | "ignored";
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
  live: Live;
}

export interface Live {
  ms_played: number;
  streams: number;
  /** The track with the longest playing time so far. */
  top_track: { title: string; artist: string; ms_played: number } | null;
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
  skipped: boolean | null;
  shuffle: boolean | null;
  offline: boolean | null;
  private: boolean | null;
  /** Logged twice, shown and left out of every count. */
  double: boolean;
  /** From the live feed, without a real playing time. */
  estimate: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Plays, and the sums of all that fit, on whatever page, doubles left out. */
export interface PlaysPage extends Page<Play> {
  sums: Sums | null;
}

/** RFC 9457, as the gateway sends it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** Seconds until the same may be tried again (`Retry-After`). */
  retryAfter?: number;
  /** What the server calls this request in its logs. */
  correlation?: string;
}
