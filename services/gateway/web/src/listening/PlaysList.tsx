"use client";

import { useTranslations } from "use-intl";
import type { PlaysQuestion } from "@/api/client";
import { usePlays } from "@/api/queries";
import type { Play } from "@/api/types";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";

/** The plays themselves, newest first, read on by the page. */
export function PlaysList({ question, zone }: { question: PlaysQuestion; zone: string }) {
  const t = useTranslations();
  const plays = usePlays(question);
  if (plays.status === "error") return <Trouble title={t("plays.error")} text="" error={plays.error} retry={plays.retry} />;
  if (!plays.data) return <p className="late q" aria-busy="true">{t("common.loading")} …</p>;
  if (plays.data.length === 0) return <p className="q">{t("plays.empty")}</p>;
  const one = Boolean(question.track);
  return (
    <>
      <ol className="plays num">
        {plays.data.map((play, index) => <PlayRow key={index} play={play} zone={zone} named={!one} />)}
      </ol>
      {plays.more && (
        <p className="more">
          <button type="button" className="btn" disabled={plays.loadingMore} onClick={plays.more}>{t("plays.more")}</button>
        </p>
      )}
    </>
  );
}

function PlayRow({ play, zone, named }: { play: Play; zone: string; named: boolean }) {
  const t = useTranslations("plays");
  const format = useFormat();
  return (
    <li>
      <span className="when">{format.dayOf(play.played_at, zone)}<span className="q"> · {format.clock(play.played_at, zone)}</span></span>
      {named && <span className="what-played"><bdi>{play.title ?? t("noName")}</bdi> {play.artist && <span className="q">· <bdi>{play.artist}</bdi></span>}</span>}
      <span className="long">{play.estimate && <span className="estimate">{t("estimate")} </span>}{play.double && <span className="q">{t("double")} </span>}{format.duration(play.ms_played, "exact")}</span>
    </li>
  );
}
