import type { Picture, Preview, Sums } from "./types";

/** When somebody listens. */
export interface Rhythm {
  /** Playing time: 7 rows, Monday first, of 24 hours. */
  clock: number[][];
  calendar: { first_day: string | null; ms_played: number[] };
  months: MonthSums[];
  /** Every month of the whole history, oldest first. */
  life: { month: string; ms_played: number }[];
  longest_streak: { first_day: string; last_day: string; days: number } | null;
  biggest_day: (Sums & { day: string }) | null;
  longest_sitting: { start: string; end: string; ms_played: number; plays: number } | null;
}

export interface MonthSums extends Sums {
  month: string;
}

/** What was first heard in the window. `ms_played` is that of all music: what the other two are parts of. */
export interface Discovery {
  artists: number;
  tracks: number;
  ms_played: number;
  ms_played_new_artists: number;
  ms_played_new_tracks: number;
  months: NewInMonth[];
  new_artists: NewArtist[];
  new_tracks: NewTrack[];
}

export interface NewInMonth {
  month: string;
  artists: number;
  tracks: number;
}

export interface NewArtist extends Sums {
  name: string;
  day: string;
  tracks: number;
  image: Picture | null;
  link: string | null;
}

export interface NewTrack extends Sums {
  title: string;
  artist: string;
  album: string | null;
  day: string;
  cover: Picture | null;
  preview: Preview | null;
  link: string | null;
}

/** What was loved. `recent_from` is the first of the recent days; null without a window. */
export interface Treasures {
  recent_from: string | null;
  forgotten_tracks: TrackTreasure[];
  forgotten_artists: ArtistTreasure[];
  loved_tracks: TrackTreasure[];
  loved_artists: ArtistTreasure[];
}

export interface Treasure {
  /** Playing time before the recent days, and in them. */
  ms_then: number;
  ms_now: number;
  streams: number;
  plays: number;
  first_played: string;
  last_played: string;
  months: Lifeline;
  link: string | null;
}

/** Playing time month by month, up to the last one with a play. */
export interface Lifeline {
  first_month: string;
  ms_played: number[];
}

export interface TrackTreasure extends Treasure {
  title: string;
  artist: string;
  album: string | null;
  cover: Picture | null;
  preview: Preview | null;
}

export interface ArtistTreasure extends Treasure {
  name: string;
  image: Picture | null;
}

/** How somebody listens. */
export interface Habits {
  skipped: PartOf;
  shuffle: PartOf;
  offline: PartOf;
  private: PartOf;
  platforms: PlacePart[];
  countries: PlacePart[];
  most_skipped: MostSkipped | null;
}

/** `plays` of the `of` plays whose export says whether or not. */
export interface PartOf {
  plays: number;
  of: number;
  share: number;
}

export interface PlacePart {
  name: string;
  ms_played: number;
  plays: number;
  share: number;
}

export interface MostSkipped {
  title: string;
  artist: string;
  skips: number;
  plays: number;
  cover: Picture | null;
  preview: Preview | null;
  link: string | null;
}
