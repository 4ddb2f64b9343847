import type { Picture } from "@/api/types";
import type { Art } from "./art";
import type { CardId } from "./facts";

/** A card as it is read, on the page and in its picture. */
export interface StoryCard {
  id: CardId;
  /** What it is called. */
  name: string;
  /** What it is about, small above. */
  label: string;
  /** The largest words: a name, a figure or a finding. */
  title: string;
  by: string | null;
  rows: readonly StoryRow[];
  /** Below the line. */
  figure: string | null;
  note: string;
  /** Drawn in place of artwork, and where there is none. */
  art: Art | null;
  /** The artwork of what the card is about, as Spotify gives it. */
  cover: Cover | null;
}

export interface Cover {
  picture: Picture;
  /** What it shows, in words. */
  alt: string;
  /** Where it is at Spotify. */
  link: string | null;
}

export interface StoryRow {
  /** The rank; null where the rows are no ranking. */
  rank: string | null;
  name: string;
  by: string | null;
  value: string;
}
