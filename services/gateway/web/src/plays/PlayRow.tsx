"use client";

import { useTranslations } from "use-intl";
import type { Play } from "@/api/types";
import { useFormat } from "@/intl/useFormat";

interface PlayRowProps {
  play: Play;
  zone: string;
  /** Says what was played too. */
  named: boolean;
}

const KNOWN = ["skipped", "shuffle", "offline", "private"] as const;

/** One play: when, what, how long, and what makes it special. */
export function PlayRow({ play, zone, named }: PlayRowProps) {
  const t = useTranslations("plays");
  const format = useFormat();
  return (
    <li className={play.double ? "double" : undefined}>
      <span className="when">{format.dayOf(play.played_at, zone)}<span className="q"> · {format.clock(play.played_at, zone)}</span></span>
      {named && (
        <span className="what-played">
          <bdi>{play.title ?? t("noName")}</bdi> {play.artist && <span className="q">· <bdi>{play.artist}</bdi></span>}
        </span>
      )}
      <span className="long">{format.duration(play.ms_played, "exact")}</span>
      <span className="how small q">
        {play.double && <b className="tag">{t("double")}</b>}
        {play.estimate && <b className="tag estimate">{t("estimate")}</b>}
        {KNOWN.filter((part) => play[part]).map((part) => <span key={part} className="tag">{t(part)}</span>)}
      </span>
    </li>
  );
}
