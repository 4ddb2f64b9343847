"use client";

import { useTranslations } from "use-intl";
import type { Discovery } from "@/api/parts";
import { Door } from "@/components/Door";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

/** How many were new, and which part of the music went to them. */
export function NewFigures({ discovery, window }: { discovery: Discovery; window: Span }) {
  const t = useTranslations("discovery");
  const format = useFormat();
  const part = (ms: number) => format.share(discovery.ms_played > 0 ? ms / discovery.ms_played : 0);
  return (
    <ul className="facts row-facts num" aria-label={t("figures")}>
      <li>
        <b><Door href={counted(window, { first: "artist" })} text={format.count(discovery.artists)} /> <Help topic="discovery" name={t("title")} /></b>
        <span>{t("newArtists", { count: discovery.artists })}</span>
      </li>
      <li>
        <b><Door href={counted(window, { new: "artist" })} text={part(discovery.ms_played_new_artists)} /></b>
        <span>{t("toNewArtists", { time: format.duration(discovery.ms_played_new_artists) })}</span>
      </li>
      <li>
        <b><Door href={counted(window, { first: "track" })} text={format.count(discovery.tracks)} /></b>
        <span>{t("newTracks", { count: discovery.tracks })}</span>
      </li>
      <li>
        <b><Door href={counted(window, { new: "track" })} text={part(discovery.ms_played_new_tracks)} /></b>
        <span>{t("toNewTracks", { time: format.duration(discovery.ms_played_new_tracks) })}</span>
      </li>
    </ul>
  );
}
