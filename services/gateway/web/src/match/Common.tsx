"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Match } from "@/api/peopleTypes";
import type { Picture } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { ChartTable } from "@/charts/ChartTable";
import { SaveData } from "@/charts/SaveData";
import type { Values } from "@/charts/types";
import { useInMs } from "@/charts/useInMs";
import { Doors } from "@/components/doors";
import { Segments } from "@/components/Segments";
import { ShowAll } from "@/components/ShowAll";
import { useFormat } from "@/intl/useFormat";
import { mirrored } from "@/lib/mirror";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { CommonRow } from "./CommonRow";

/** An artist or a track that both have heard. */
export interface CommonThing {
  name: string;
  by: string | null;
  picture: Picture | null;
  link: string | null;
  ms_played: number;
  other_ms_played: number;
  /** One's own plays of it in the window. */
  href: string;
}

type What = "artists" | "tracks";

/** A match counts on both sides what the other may see. */
const MATCHED = { kind: "track", shared: "true" } as const;

const FIRST = 10;

/** The match has no pictures: those of one's own lists stand in where the thing is in them. */
function thingsOf(match: Match, what: What, own: Wrapped | undefined, window: Span): CommonThing[] {
  if (what === "artists") {
    return match.top_artists.map((row) => {
      const heard = own?.top_artists.find(({ name }) => name === row.name);
      const href = counted(window, { ...MATCHED, artist: row.name });
      return { ...row, by: null, picture: heard?.image ?? null, link: heard?.link ?? null, href };
    });
  }
  return match.top_tracks.map((row) => {
    const heard = own?.top_tracks.find(({ title, artist }) => title === row.title && artist === row.artist);
    const href = counted(window, { ...MATCHED, track: row.title, artist: row.artist });
    return { ...row, name: row.title, by: row.artist, picture: heard?.cover ?? null, link: heard?.link ?? null, href };
  });
}

interface CommonProps {
  match: Match;
  /** Whose history the other is. */
  name: string;
  own: Wrapped | undefined;
  window: Span;
}

/** What both have heard, one's own time to the left and the other's to the right; or the same as a table. Only one's own are doors. */
export function Common({ match, name, own, window }: CommonProps) {
  const t = useTranslations();
  const [what, setWhat] = useState<What>("artists");
  const [asTable, setAsTable] = useState(false);
  const things = thingsOf(match, what, own, window);
  const table = useTable(things, name);
  return (
    <section aria-label={t("match.common")}>
      <div className="tools">
        <Segments
          label={t("match.choose")} value={what} onChange={setWhat}
          options={[{ value: "artists", text: t("lists.artists") }, { value: "tracks", text: t("lists.tracks") }]}
        />
        <p className="legends">
          <span className="legend"><i className="mine" /> {t("match.you")}</span>
          <span className="legend"><i className="theirs" /> <bdi>{name}</bdi></span>
        </p>
      </div>
      <Doors value>
        {asTable ? <ChartTable name={t(`match.${what}`)} table={table()} /> : (
          <ShowAll key={what} items={mirrored(things)} first={FIRST} className="match-rows">
            {(thing, index) => <CommonRow key={index} rank={index + 1} thing={thing} other={name} />}
          </ShowAll>
        )}
      </Doors>
      <p className="table-switch">
        <button type="button" className="plain small" onClick={() => setAsTable(!asTable)}>{t(asTable ? "charts.picture" : "charts.table")}</button>
        {asTable && <SaveData title={`${t(`match.${what}`)} ${name}`} window={window} table={table} />}
      </p>
    </section>
  );
}

function useTable(things: readonly CommonThing[], name: string): () => Values {
  const t = useTranslations("match");
  const format = useFormat();
  const inMs = useInMs();
  return () => {
    const rows = things.map((thing, index) => {
      const head = thing.by ? `${thing.name} · ${thing.by}` : thing.name;
      const cell = (ms: number) => ({ text: format.duration(ms), value: ms });
      return { key: String(index), head, plain: head, cells: [{ ...cell(thing.ms_played), href: thing.href }, cell(thing.other_ms_played)] };
    });
    return { columns: [t("name"), t("you"), name], header: [t("name"), inMs(t("you")), inMs(name)], rows };
  };
}
