"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useMe, usePlays } from "@/api/queries";
import { filtersOf, type PlaysFilters } from "@/lib/plays";
import { PageTitle } from "@/shell/PageTitle";
import { SignInFirst } from "@/start/SignInFirst";
import { FilterChips } from "./FilterChips";
import { PlaysList } from "./PlaysList";
import { PlaysSums } from "./PlaysSums";

/** `/plays/`: the plays behind a number, which are named by the address alone. */
export function PlaysPage() {
  const me = useMe();
  const query = useSearchParams().toString();
  const filters = useMemo(() => filtersOf(new URLSearchParams(query)), [query]);
  if (!me.data) return <SignInFirst />;
  return <Plays key={me.data.id} filters={filters} zone={me.data.time_zone} />;
}

function Plays({ filters, zone }: { filters: PlaysFilters; zone: string }) {
  const t = useTranslations("plays");
  const plays = usePlays(filters);
  const { from, to, track, artist, album } = filters;
  const back = from && to ? `/?from=${from}&to=${to}` : "/";
  const title = track ?? album ?? artist;
  return (
    <section className="imp">
      <PageTitle text={title ? `${t("titleAll")}: ${title}` : t("titleAll")} />
      <p><Link className="link small" href={back} prefetch={false}>← {t("back")}</Link></p>
      <h1>{title ? <bdi>{title}</bdi> : t("titleAll")}</h1>
      {artist && artist !== title && <p className="lead"><bdi>{artist}</bdi></p>}
      {(plays.status !== "error" || plays.data) && <PlaysSums sums={plays.sums} />}
      <FilterChips filters={filters} zone={zone} />
      {filters.counted !== "true" && <p className="small q gap">{t("doublesNote")}</p>}
      <PlaysList plays={plays} zone={zone} named={track === undefined} />
    </section>
  );
}
