import type { useTranslations } from "use-intl";
import type { TopArtist, TopTrack, Totals } from "@/api/wrapped";
import type { Discovery, Rhythm } from "@/api/parts";
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

const DAY_MS = 86_400_000;
const PLAIN = { by: null, rows: [], figure: null, note: "", art: null };

/** What a card says. */
export function told(facts: Facts, speech: Speech): Told {
  switch (facts.id) {
    case "total":
      return total(facts.totals, speech);
    case "song":
      return song(facts.track, speech);
    case "artist":
      return artist(facts.artist, speech);
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
  }
}

function total(totals: Totals, { t, format }: Speech): Told {
  return {
    ...PLAIN,
    label: t("story.total"),
    title: format.duration(totals.ms_played),
    by: totals.ms_played >= DAY_MS ? t("story.days", daysAndHours(totals.ms_played)) : null,
    figure: t("favourites.streams", { count: totals.streams }),
    note: t("story.ofTracks", { tracks: totals.tracks, artists: totals.artists }),
    art: { kind: "note" },
  };
}

function song({ title, artist: by, ms_played, streams: count }: TopTrack, { t, format }: Speech): Told {
  // The rings of the page: of the artist and the title.
  const art = { kind: "rings", name: `${by} ${title}` } as const;
  return { ...PLAIN, label: t("story.song"), title, by, figure: format.duration(ms_played), note: t("story.inStreams", { count }), art };
}

function artist({ name, tracks, ms_played, streams: count }: TopArtist, { t, format }: Speech): Told {
  return {
    ...PLAIN,
    label: t("story.artist"),
    title: name,
    by: t("favourites.tracks", { count: tracks }),
    figure: format.duration(ms_played),
    note: t("story.inStreams", { count }),
    art: { kind: "rings", name },
  };
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
