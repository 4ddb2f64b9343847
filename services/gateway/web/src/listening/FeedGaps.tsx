"use client";

import Link from "next/link";
import { useTimeZone, useTranslations } from "use-intl";
import { useFeed } from "@/api/accountQueries";
import { useFormat } from "@/intl/useFormat";
import { gapsIn } from "@/lib/gaps";
import type { Span } from "@/lib/windows";

/** What may be missing in this window: between these moments the live feed knows of nothing. Silent where nothing is missing. */
export function FeedGaps({ window }: { window: Span }) {
  const t = useTranslations("feed");
  const format = useFormat();
  const zone = useTimeZone() ?? "UTC";
  const gaps = gapsIn(useFeed().data?.gaps ?? [], window, zone);
  const [first] = gaps;
  if (!first) return null;
  return (
    <p className="feed-gaps small q">
      {gaps.length === 1
        ? t("gapHere", { from: format.moment(first.from, zone), to: format.moment(first.to, zone) })
        : t("gapsHere", { count: gaps.length })}{" "}
      <Link href="/settings/#feed" prefetch={false}>{t("seeGaps")}</Link>
    </p>
  );
}
