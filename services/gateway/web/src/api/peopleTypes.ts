import type { Picture } from "./types";

/** Somebody who shares their history with the people of the instance. */
export interface Person {
  id: string;
  name: string;
  picture: Picture | null;
}

/** What two people have in common in a window. Playing times are ms, of what others may see. */
export interface Match {
  /** 0 to 100; null where one of the two has no music in the window. */
  per_cent: number | null;
  /** How many both have heard; the lists hold the first of them. */
  artists: number;
  tracks: number;
  top_artists: CommonArtist[];
  top_tracks: CommonTrack[];
}

interface Common {
  rank: number;
  ms_played: number;
  other_ms_played: number;
}

export interface CommonArtist extends Common {
  name: string;
}

export interface CommonTrack extends Common {
  title: string;
  artist: string;
}

/** `periods` is empty where one does not share (`shared`), or too few do. */
export interface Standing {
  shared: boolean;
  periods: StandingPeriod[];
}

/** `period` is a UTC year or "all"; `people` is how many share and have plays in it. "all" comes first, then the newest year. */
export interface StandingPeriod {
  period: string;
  people: number;
  measures: StandingMeasure[];
}

export interface StandingMeasure {
  measure: "ms_played" | "streams" | "tracks" | "artists";
  value: number;
  /** So many thousandths of the others have less. */
  per_mille: number;
}
