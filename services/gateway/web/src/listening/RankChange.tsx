"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useDoors } from "@/components/doors";
import { rankChange } from "@/lib/ranks";

interface RankChangeProps {
  rank: number;
  before: number | null;
  /** The plays that its rank before was counted from; null where there is no window before. */
  href: string | null;
}

/** How it moved against the window before: ▲ ▼ with a number, a word else. Colour never speaks alone. */
export function RankChange({ rank, before, href }: RankChangeProps) {
  const t = useTranslations("lists");
  const doors = useDoors();
  const change = rankChange(rank, before, href !== null);
  if (!change || href === null) return <span className="ch" />;
  if (change.how === "new") return <span className="ch new">{t("new")}</span>;
  if (change.how === "same") return <span className="ch">{t("same")}</span>;
  const sign = change.how === "up" ? "▲" : "▼";
  const shown = <>{sign}&nbsp;{change.by}</>;
  const words = t(change.how, { by: change.by, before: before ?? 0 });
  if (!doors) return <span className="ch"><span aria-hidden="true">{shown}</span><span className="sr">{words}</span></span>;
  return <Link className="ch" href={href} prefetch={false} aria-label={words}>{shown}</Link>;
}
