"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { focusAround } from "@/lib/focus";
import { playsHref, type FilterName, type PlaysFilters } from "@/lib/plays";
import { useFilterWords } from "./useFilterWords";

/** Which plays these are: every filter in words, each of them a way to the list without it. */
export function FilterChips({ filters, zone }: { filters: PlaysFilters; zone: string }) {
  const t = useTranslations("plays");
  const words = useFilterWords(filters, zone);
  if (words.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("filters")}>
      {words.map(({ names, text }) => (
        <li key={names.join()}>
          <Link
            className="chip" href={playsHref(without(filters, names))} prefetch={false} aria-label={t("remove", { filter: text })}
            onClick={({ currentTarget }) => focusAround(currentTarget)}
          >
            <bdi>{text}</bdi> <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function without(filters: PlaysFilters, names: readonly FilterName[]): PlaysFilters {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as FilterName)));
}
