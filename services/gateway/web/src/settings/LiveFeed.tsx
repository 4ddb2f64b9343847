"use client";

import { useTranslations } from "use-intl";
import { useFeed } from "@/api/accountQueries";
import type { Feed, Gap } from "@/api/accountTypes";
import type { Me } from "@/api/types";
import { ShowAll } from "@/components/ShowAll";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { Section } from "./Section";

const FIRST = 3;

/** The plays that come in by themselves: whether they do, and of which spans of time some may be missing. */
export function LiveFeed({ me }: { me: Me }) {
  const t = useTranslations("feed");
  const feed = useFeed();
  return (
    <Section id="feed" title={t("title")}>
      {feed.status === "error" && !feed.data && <Trouble title={t("error")} text={t("errorText")} error={feed.error} retry={feed.retry} />}
      {feed.status === "pending" && <p className="late"><span className="sk line w50" /></p>}
      {feed.data && <State feed={feed.data} zone={me.time_zone} />}
      {feed.data && <Gaps gaps={feed.data.gaps} zone={me.time_zone} />}
    </Section>
  );
}

function State({ feed, zone }: { feed: Feed; zone: string }) {
  const t = useTranslations("feed");
  const format = useFormat();
  const read = feed.last_read_at && t("lastRead", { moment: format.moment(feed.last_read_at, zone) });
  return (
    <>
      <p>
        {feed.state === "blocked" && feed.resumes_at ? t("blockedUntil", { moment: format.moment(feed.resumes_at, zone) }) : t(feed.state)} {read}
      </p>
      {feed.state === "active" && <p className="q">{t("text")}</p>}
    </>
  );
}

function Gaps({ gaps, zone }: { gaps: readonly Gap[]; zone: string }) {
  const t = useTranslations("feed");
  const format = useFormat();
  if (gaps.length === 0) return null;
  return (
    <div className="note gaps">
      <p><b>{t("gaps", { count: gaps.length })}</b> {t("gapsText")}</p>
      <ShowAll items={gaps} first={FIRST} className="gap-list num">
        {({ from, to }) => <li key={from}>{t("gap", { from: format.moment(from, zone), to: format.moment(to, zone) })}</li>}
      </ShowAll>
    </div>
  );
}
