"use client";

import { useTranslations } from "use-intl";
import type { PlaysAnswer } from "@/api/queries";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { PlayRow } from "./PlayRow";
import { ReadOn } from "./ReadOn";

interface PlaysListProps {
  plays: PlaysAnswer;
  zone: string;
  /** Whether the rows differ in what was played. */
  named: boolean;
}

/** The plays themselves, newest first, read on page by page as far as one scrolls. */
export function PlaysList({ plays, zone, named }: PlaysListProps) {
  const t = useTranslations();
  if (plays.status === "error" && !plays.data) return <Trouble title={t("plays.error")} error={plays.error} retry={plays.retry} />;
  if (!plays.data) return <p className="late q" aria-busy="true">{t("common.loading")} …</p>;
  if (plays.data.length === 0) return <Nothing title={t("plays.empty")} seed="plays"><p className="q">{t("plays.emptyText")}</p></Nothing>;
  return (
    <>
      {plays.anew && <p className="q" role="status">{t("plays.changed")} <button type="button" className="plain" onClick={plays.anew}>{t("plays.anew")}</button></p>}
      <ol className="plays num">
        {plays.data.map((play, index) => <PlayRow key={index} play={play} zone={zone} named={named} />)}
      </ol>
      {plays.status === "error" && <Trouble title={t("plays.error")} error={plays.error} retry={plays.more ?? plays.retry} />}
      {plays.status !== "error" && plays.more && <ReadOn more={plays.more} loading={plays.loadingMore} />}
    </>
  );
}
