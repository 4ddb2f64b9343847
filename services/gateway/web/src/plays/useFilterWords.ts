"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { usePlatformName } from "@/habits/usePlatformName";
import { hourSpan } from "@/lib/format";
import type { FilterName, PlaysFilters } from "@/lib/plays";

export interface FilterWord {
  /** The filters that it stands for, removed together. */
  names: FilterName[];
  text: string;
}

const FLAGS = ["skipped", "shuffle", "offline", "private", "estimate"] as const;
const KINDS = { track: "kindTrack", episode: "kindEpisode", chapter: "kindChapter", show: "kindShow" } as const;
const FIRST = { artist: "firstArtist", track: "firstTrack" } as const;
const NEW = { artist: "newArtist", track: "newTrack" } as const;

/** Every filter of the address in the reader's words. */
export function useFilterWords(filters: PlaysFilters, zone: string): FilterWord[] {
  const t = useTranslations("filters");
  const format = useFormat();
  const platform = usePlatformName();
  const words: FilterWord[] = [];
  const add = (text: string | null | undefined, ...names: FilterName[]) => {
    if (text) words.push({ names, text });
  };
  const moment = (text: string) => `${format.dayOf(text, zone)}, ${format.clock(text, zone)}`;
  const { from, to, since, until, kind, first } = filters;

  add(from && to ? format.range(from, to) : from ? t("from", { day: format.day(from) }) : to && t("to", { day: format.day(to) }), "from", "to");
  add(since && t("since", { moment: moment(since) }), "since");
  add(until && t("until", { moment: moment(until) }), "until");
  add(filters.track, "track");
  add(filters.artist === "" ? t("noArtist") : filters.artist, "artist");
  add(filters.album, "album");
  add(kind && t(KINDS[kind as keyof typeof KINDS]), "kind");
  add(filters.month && t("month", { month: format.monthShort(`2000-${filters.month.padStart(2, "0")}`) }), "month");
  add(filters.weekday && format.weekday(Number(filters.weekday), "long"), "weekday");
  add(filters.hour && hourSpan(Number(filters.hour)), "hour");
  add(filters.counted && t("counted"), "counted");
  add(filters.shared && t("shared"), "shared");
  add(filters.streams && t("streams"), "streams");
  for (const flag of FLAGS) add(filters[flag] && t(flag, { is: filters[flag] }), flag);
  add(filters.platform && platform(filters.platform), "platform");
  add(filters.country && format.country(filters.country), "country");
  add(first && t(FIRST[first as keyof typeof FIRST]), "first");
  add(filters.new && t(NEW[filters.new as keyof typeof NEW]), "new");
  return words;
}
