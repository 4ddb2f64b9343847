"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import type { Totals, Wrapped } from "@/api/wrapped";
import { useFormat } from "@/intl/useFormat";
import { daysAndHours, dateOf } from "@/lib/format";
import { byHour, type Peak } from "@/lib/rhythm";
import type { Loved } from "@/treasures/treasure";
import type { StoryCard, StoryRow } from "./storyCard";
import { factsOf, type Facts } from "./facts";

const DAY_MS = 86_400_000;

/** The cards of an answer, in the reader's words. */
export function useCards(wrapped: Wrapped | undefined): StoryCard[] {
  const say = useWords();
  return useMemo(() => (wrapped ? factsOf(wrapped).map((facts) => say(facts, wrapped.time_zone)) : []), [say, wrapped]);
}

function useWords(): (facts: Facts, zone: string) => StoryCard {
  const t = useTranslations();
  const format = useFormat();

  return useMemo(() => {
    const streams = (count: number) => t("story.inStreams", { count });
    const plain = { by: null, rows: [], figure: null, note: "", art: null };

    const total = (totals: Totals): Omit<StoryCard, "id"> => ({
      ...plain,
      label: t("story.total"),
      title: format.duration(totals.ms_played),
      by: totals.ms_played >= DAY_MS ? t("story.days", daysAndHours(totals.ms_played)) : null,
      figure: t("favourites.streams", { count: totals.streams }),
      note: t("story.ofTracks", { tracks: totals.tracks, artists: totals.artists }),
      art: { kind: "note" },
    });

    const when = (rhythm: Rhythm, peak: Peak | null): Omit<StoryCard, "id"> => {
      const { biggest_day: day, longest_streak: streak } = rhythm;
      const rows: (StoryRow | null)[] = [
        day && { rank: null, name: t("rhythm.biggest"), by: format.day(day.day, "full"), value: format.duration(day.ms_played, "row") },
        streak && {
          rank: null, name: t("rhythm.streak"), by: format.range(streak.first_day, streak.last_day), value: t("rhythm.days", { count: streak.days }),
        },
      ];
      return {
        ...plain,
        label: t("story.when"),
        title: peak ? t("rhythm.find", { weekday: format.weekday(peak.weekday + 1, "long"), hour: String(peak.hour) }) : t("rhythm.dial"),
        rows: rows.filter((row) => row !== null),
        art: { kind: "dial", hours: byHour(rhythm.clock) },
      };
    };

    const treasure = (loved: Loved, silent: boolean, zone: string): Omit<StoryCard, "id"> => ({
      ...plain,
      label: t(silent ? "story.forgotten" : "story.stayed"),
      title: loved.name,
      by: loved.by,
      figure: format.duration(silent ? loved.ms_then : loved.ms_then + loved.ms_now),
      note: silent
        ? t("story.silentSince", { month: format.month(dateOf(loved.last_played, zone)) })
        : t("story.since", { month: format.month(dateOf(loved.first_played, zone)) }),
      art: { kind: "bars", values: loved.months.ms_played },
    });

    const words = (facts: Facts, zone: string): Omit<StoryCard, "id"> => {
      switch (facts.id) {
        case "total":
          return total(facts.totals);
        case "song": {
          const { title, artist, ms_played, streams: count } = facts.track;
          const art = { kind: "rings", name: `${artist} ${title}` } as const;
          return { ...plain, label: t("story.song"), title, by: artist, figure: format.duration(ms_played), note: streams(count), art };
        }
        case "artist": {
          const { name, tracks, ms_played, streams: count } = facts.artist;
          const art = { kind: "rings", name } as const;
          const by = t("favourites.tracks", { count: tracks });
          return { ...plain, label: t("story.artist"), title: name, by, figure: format.duration(ms_played), note: streams(count), art };
        }
        case "songs": {
          const rows = facts.tracks.map(({ rank, title, artist, ms_played }) => (
            { rank: format.count(rank), name: title, by: artist, value: format.duration(ms_played, "row") }
          ));
          return { ...plain, label: t("story.byTime"), title: t("story.songs", { count: rows.length }), rows };
        }
        case "artists": {
          const rows = facts.artists.map(({ rank, name, tracks, ms_played }) => (
            { rank: format.count(rank), name, by: t("favourites.tracks", { count: tracks }), value: format.duration(ms_played, "row") }
          ));
          return { ...plain, label: t("story.byTime"), title: t("story.artists", { count: rows.length }), rows };
        }
        case "when":
          return when(facts.rhythm, facts.peak);
        case "discovery": {
          const values = facts.discovery.months.map(({ artists }) => artists);
          return {
            ...plain, label: t("discovery.title"), title: t("discovery.newArtistsCount", { count: facts.discovery.artists }),
            figure: format.share(facts.share), note: t("story.ofMusic"), art: { kind: "bars", values },
          };
        }
        case "treasure":
          return treasure(facts.loved, facts.silent, zone);
      }
    };

    return (facts, zone) => ({ id: facts.id, ...words(facts, zone) });
  }, [format, t]);
}
