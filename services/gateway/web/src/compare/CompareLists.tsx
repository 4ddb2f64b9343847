"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { LIMIT } from "@/api/address";
import { Segments } from "@/components/Segments";
import { useFormat } from "@/intl/useFormat";
import type { Window } from "@/listening/useWindow";
import { FIRST, rowsOf } from "@/lib/listed";
import { identityOf, ranksOf } from "@/lib/sideBySide";
import { RankedSide } from "./RankedSide";
import { laterOf, type Sides } from "./sides";

type ListName = "tracks" | "artists";
const STAYED = { tracks: "stayedTracks", artists: "stayedArtists" } as const;

/** The top lists of both windows, each row with its rank in the other: what came, what went, what stayed. */
export function CompareLists({ sides, window }: { sides: Sides; window: Window }) {
  const t = useTranslations();
  const format = useFormat();
  const [list, setList] = useState<ListName>("tracks");
  const [all, setAll] = useState(false);
  const lists = sides.map(({ answer }) => answer.data && rowsOf(answer.data, list));
  const [one, other] = [lists[0] ?? [], lists[1] ?? []];
  const ranks = [ranksOf(one), ranksOf(other)] as const;
  const stayed = one.filter((row) => ranks[1].has(identityOf(row))).length;
  const count = Math.max(one.length, other.length);
  const later = laterOf([sides[0].span, sides[1].span]);
  return (
    <section className="sec" aria-labelledby="compare-lists">
      <header>
        <h2 id="compare-lists">{Math.min(one.length, other.length) < FIRST ? t("compare.lists") : t(`compare.${STAYED[list]}`, { stayed, count })}</h2>
        <p>{t("compare.listsRule", { count: LIMIT })}</p>
      </header>
      <div className="tools">
        <Segments
          label={t("lists.choose")} value={list} onChange={setList}
          options={[{ value: "tracks", text: t("lists.tracks") }, { value: "artists", text: t("lists.artists") }]}
        />
        <Segments
          label={t("lists.order")} value={window.by} onChange={window.orderBy}
          options={[{ value: "time", text: t("lists.time") }, { value: "streams", text: t("lists.streams") }]}
        />
      </div>
      <div className="duo">
        {([0, 1] as const).map((place) => (
          <RankedSide
            key={place} side={sides[place]} place={place} list={list} by={window.by} rows={lists[place]?.slice(0, all ? undefined : FIRST)}
            ranks={lists[1 - place] ? ranks[1 - place] : undefined} later={place === later}
          />
        ))}
      </div>
      {count > FIRST && (
        <p className="more">
          <button type="button" className="btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("lists.showFewer") : t("lists.showTo", { count: format.count(count) })}
          </button>
        </p>
      )}
    </section>
  );
}
