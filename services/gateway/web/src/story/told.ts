import type { useTranslations } from "use-intl";
import type { TopAlbum, TopArtist, TopTrack, Totals } from "@/api/wrapped";
import type { Discovery, Rhythm } from "@/api/parts";
import type { Picture, Sums } from "@/api/types";
import type { useFormat } from "@/intl/useFormat";
import { dateOf, daysAndHours } from "@/lib/format";
import { byHour, type Peak } from "@/lib/rhythm";
import type { Loved } from "@/treasures/treasure";
import type { Facts } from "./facts";
import type { StoryCard, StoryRow } from "./storyCard";

/** What words are made with. */
interface Speech {
  t: ReturnType<typeof useTranslations<never>>;
  format: ReturnType<typeof useFormat>;
  /** The zone that the days are of. */
  zone: string;
}

/** A card is called as its label says, unless it has a name. */
type Told = Omit<StoryCard, "id" | "name"> & { name?: string };

const PLAIN = { by: null, rows: [], figure: null, note: "", art: null, cover: null };

/** What a card says. */
export function told(facts: Facts, speech: Speech): Told {
  switch (facts.id) {
    case "total":
      return total(facts.totals, speech);
    case "song":
      return song(facts.track, speech);
    case "artist":
      return artist(facts.artist, speech);
    case "album":
      return album(facts.album, speech);
    case "songs":
      return songs(facts.tracks, speech);
    case "artists":
      return artists(facts.artists, speech);
    case "when":
      return when(facts.rhythm, facts.peak, speech);
    case "discovery":
      return discovery(facts.discovery, facts.share, speech);
    case "treasure":
      return treasure(facts.loved, facts.silent, speech);
    case "summary":
      return summary(facts, speech);
  }
}

function total(totals: Totals, { t, format }: Speech): Told {
  const days = daysAndHours(totals.ms_played);
  return {
    ...PLAIN,
    label: t("story.total"),
    title: format.duration(totals.ms_played),
    by: days && t("story.days", days),
    figure: t("favourites.streams", { count: totals.streams }),
    note: t("story.ofTracks", { tracks: totals.tracks, artists: totals.artists }),
    art: { kind: "note" },
  };
}

function song({ title, artist: by, album, cover, link, ...sums }: TopTrack, speech: Speech): Told {
  const alt = speech.t("favourites.coverOf", { album: album ?? title });
  // The rings of the page: of the artist and the title.
  return { ...PLAIN, label: speech.t("story.song"), title, by, ...played(sums, speech), ...artwork(`${by} ${title}`, cover, alt, link) };
}

function artist({ name, tracks, image, link, ...sums }: TopArtist, speech: Speech): Told {
  const by = speech.t("favourites.tracks", { count: tracks });
  const alt = speech.t("favourites.pictureOf", { artist: name });
  return { ...PLAIN, label: speech.t("story.artist"), title: name, by, ...played(sums, speech), ...artwork(name, image, alt, link) };
}

function album({ title, artist: by, cover, link, ...sums }: TopAlbum, speech: Speech): Told {
  const alt = speech.t("favourites.coverOf", { album: title });
  return { ...PLAIN, label: speech.t("story.album"), title, by, ...played(sums, speech), ...artwork(`${by} ${title}`, cover, alt, link) };
}

function played({ ms_played, streams: count }: Sums, { t, format }: Speech): Pick<Told, "figure" | "note"> {
  return { figure: format.duration(ms_played), note: t("story.inStreams", { count }) };
}

function artwork(name: string, picture: Picture | null, alt: string, link: string | null): Pick<Told, "art" | "cover"> {
  return { art: { kind: "rings", name }, cover: picture && { picture, alt, link } };
}

function songs(tracks: readonly TopTrack[], { t, format }: Speech): Told {
  const rows = tracks.map(({ rank, title, artist: by, ms_played }): StoryRow => (
    { rank: format.count(rank), name: title, by, value: format.duration(ms_played, "row") }
  ));
  const title = t("story.songs", { count: rows.length });
  return { ...PLAIN, name: title, label: t("story.byTime"), title, rows };
}

function artists(all: readonly TopArtist[], { t, format }: Speech): Told {
  const rows = all.map(({ rank, name, tracks, ms_played }): StoryRow => (
    { rank: format.count(rank), name, by: t("favourites.tracks", { count: tracks }), value: format.duration(ms_played, "row") }
  ));
  const title = t("story.artists", { count: rows.length });
  return { ...PLAIN, name: title, label: t("story.byTime"), title, rows };
}

function when({ clock, biggest_day: day, longest_streak: streak }: Rhythm, peak: Peak | null, { t, format }: Speech): Told {
  const rows: StoryRow[] = [];
  if (day) rows.push({ rank: null, name: t("rhythm.biggest"), by: format.day(day.day, "full"), value: format.duration(day.ms_played, "row") });
  if (streak) {
    const by = format.range(streak.first_day, streak.last_day);
    rows.push({ rank: null, name: t("rhythm.streak"), by, value: t("rhythm.days", { count: streak.days }) });
  }
  const title = peak ? t("rhythm.find", { weekday: format.weekday(peak.weekday + 1, "long"), hour: String(peak.hour) }) : t("rhythm.dial");
  return { ...PLAIN, label: t("story.when"), title, rows, art: { kind: "dial", hours: byHour(clock) } };
}

function discovery({ artists: count, months }: Discovery, share: number, { t, format }: Speech): Told {
  return {
    ...PLAIN,
    label: t("discovery.title"),
    title: t("discovery.newArtistsCount", { count }),
    figure: format.share(share),
    note: t("story.ofMusic"),
    art: { kind: "bars", values: months.map((month) => month.artists) },
  };
}

function treasure(loved: Loved, silent: boolean, { t, format, zone }: Speech): Told {
  const month = format.month(dateOf(silent ? loved.last_played : loved.first_played, zone));
  return {
    ...PLAIN,
    label: t(silent ? "story.forgotten" : "story.stayed"),
    title: loved.name,
    by: loved.by,
    figure: format.duration(silent ? loved.ms_then : loved.ms_then + loved.ms_now),
    note: t(silent ? "story.silentSince" : "story.since", { month }),
    art: { kind: "bars", values: loved.months.ms_played },
  };
}

/** What is shown of a window when one picture must do. */
function summary({ totals, track, artist, album }: Extract<Facts, { id: "summary" }>, { t, format }: Speech): Told {
  const row = (name: string, by: string, ms: number): StoryRow => ({ rank: null, name, by, value: format.duration(ms, "row") });
  const rows = [
    row(track.title, `${t("story.mySong")} · ${track.artist}`, track.ms_played),
    row(artist.name, t("story.myArtist"), artist.ms_played),
    ...(album ? [row(album.title, `${t("story.myAlbum")} · ${album.artist}`, album.ms_played)] : []),
  ];
  return { ...PLAIN, label: t("story.summary"), title: format.duration(totals.ms_played), rows, art: { kind: "note" } };
}
