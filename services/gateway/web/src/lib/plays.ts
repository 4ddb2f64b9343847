import { isDate } from "./dates";
import type { Span } from "./windows";

/** The filters of `GET /api/v1/plays` as they stand in the page's address too: the same names, the same texts. */
const FLAG = (text: string) => text === "true" || text === "false";
const within = (first: number, last: number) => (text: string) => /^\d+$/.test(text) && Number(text) >= first && Number(text) <= last;
const oneOf = (...values: string[]) => (text: string) => values.includes(text);
const name = (text: string) => text !== "";
const moment = (text: string) => !Number.isNaN(Date.parse(text));

const FILTERS = {
  from: isDate,
  to: isDate,
  track: name,
  artist: name,
  album: name,
  kind: oneOf("track", "episode", "chapter", "show"),
  month: within(1, 12),
  weekday: within(1, 7),
  hour: within(0, 23),
  since: moment,
  until: moment,
  counted: oneOf("true"),
  shared: oneOf("true"),
  streams: oneOf("true"),
  skipped: FLAG,
  shuffle: FLAG,
  offline: FLAG,
  private: FLAG,
  estimate: FLAG,
  platform: name,
  country: name,
  first: oneOf("artist", "track"),
  new: oneOf("artist", "track"),
} as const;

export type FilterName = keyof typeof FILTERS;
export type PlaysFilters = { [Name in FilterName]?: string };

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** The filters in an address; what is unknown or makes no sense is left out, and so is no filter at all. */
export function filtersOf(search: URLSearchParams): PlaysFilters {
  const found: PlaysFilters = {};
  for (const filter of FILTER_NAMES) {
    const text = search.get(filter);
    if (text !== null && FILTERS[filter](text)) found[filter] = text;
  }
  if (search.get("artist") === "" && isNameless({ ...found, artist: "" })) found.artist = "";
  return found;
}

/** An artist without a name is one only beside a track or album: that of the rows without any. Alone it is no filter. */
function isNameless({ artist, track, album }: PlaysFilters): boolean {
  return artist === "" && Boolean(track || album);
}

/** The page of the plays that fit `filters`. */
export function playsHref(filters: PlaysFilters): string {
  const search = new URLSearchParams();
  for (const filter of FILTER_NAMES) {
    const text = filters[filter];
    if (text) search.set(filter, text);
    else if (filter === "artist" && isNameless(filters)) search.set(filter, "");
  }
  const query = search.toString();
  return query ? `/plays/?${query}` : "/plays/";
}

/** The plays that a number of this window was counted from: doubles are in no count. */
export function counted(span: Span, filters: PlaysFilters = {}): string {
  return playsHref({ from: span.from, to: span.to, counted: "true", ...filters });
}
