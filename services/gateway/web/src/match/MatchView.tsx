"use client";

import { useTranslations } from "use-intl";
import { useMatch } from "@/api/peopleQueries";
import type { Match } from "@/api/peopleTypes";
import { LIMIT } from "@/api/address";
import { useWrapped } from "@/api/queries";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { useStillShared } from "@/people/useStillShared";
import type { Span } from "@/lib/windows";
import { Common } from "./Common";
import { AddedWords } from "@/intl/AddedWords";

interface MatchViewProps {
  person: string;
  name: string;
  window: Span;
}

/** What two people have in common in a window: how much, and which artists and tracks. */
export default function MatchView(props: MatchViewProps) {
  return <AddedWords part="match"><InCommon {...props} /></AddedWords>;
}

function InCommon({ person, name, window }: MatchViewProps) {
  const { from, to } = window;
  const t = useTranslations("match");
  const answer = useMatch({ person, from, to, limit: LIMIT });
  const own = useWrapped({ from, to, by: "time", limit: LIMIT });
  useStillShared(person, answer.error);
  const { data, status, stale } = answer;
  if (status === "error" && (!data || stale)) return <Trouble title={t("error")} error={answer.error} retry={answer.retry} />;
  if (!data) return <div className="match late" aria-busy="true"><p className="figure"><span className="sk line" /></p></div>;
  if (data.per_cent === null) {
    return <div className="match"><Nothing title={t("silent")} seed={person}><p className="q">{t("silentText", { name })}</p></Nothing></div>;
  }
  return (
    <div className={stale ? "match dim" : "match"} aria-busy={stale}>
      <Figure match={data} perCent={data.per_cent} name={name} />
      {data.artists + data.tracks > 0 && <Common match={data} name={name} own={own.data} window={window} />}
    </div>
  );
}

function Figure({ match, perCent, name }: { match: Match; perCent: number; name: string }) {
  const t = useTranslations("match");
  const format = useFormat();
  const [first] = match.top_artists;
  return (
    <section className="match-head" aria-labelledby="match-title">
      <p className="figure num">{format.share(perCent / 100, 0)}</p>
      <div>
        <p className="q match-what">{t("title")} <Help topic="taste_match" name={t("title")} /></p>
        <h2 id="match-title">
          {first ? t.rich("find", { name: () => <bdi>{name}</bdi>, artist: () => <bdi>{first.name}</bdi> }) : t("nothing", { name })}
        </h2>
        <p className="q">{t("both", { artists: match.artists, tracks: match.tracks })} {t("rule")}</p>
      </div>
    </section>
  );
}
