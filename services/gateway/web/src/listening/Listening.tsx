"use client";

import { startTransition, Suspense, useDeferredValue, useMemo, useState } from "react";
import { windowQuestion } from "@/api/address";
import { PENDING, useWrapped } from "@/api/queries";
import { Near } from "@/components/Near";
import { late } from "@/lib/late";
import { useStillShared } from "@/people/useStillShared";
import type { Span } from "@/lib/windows";
import { usePrint } from "./usePrint";
import type { DetailOf } from "./detail";
import { Facts } from "./Facts";
import { Favourites } from "./Favourites";
import { Foot } from "./Foot";
import { TopLists } from "./TopLists";
import { BEHIND_MS, useHeld } from "./useHeld";
import type { Window } from "./useWindow";
import { useWindowOf } from "./useWindowOf";

const Below = late(() => import("./Below"));
const DetailSheet = late(() => import("./DetailSheet"));

/**
 * So long after all of it is there the browser has gone back to where the reader was. What is out of sight is then left out of
 * style and layout (parts.css); before, its height would be a guess, and going back would lead elsewhere.
 */
const SETTLED_MS = 1500;

export interface ListeningProps {
  window: Window;
  /** The zone that the days are of. */
  zone: string;
  history: Span | null;
  /** Whose it is; null for one's own. */
  person: string | null;
}

/** What a window of a history holds, from the favourites to the account of how it was counted. */
export function Listening({ window, zone, history, person }: ListeningProps) {
  const { from, to, by } = window;
  const question = windowQuestion({ from, to }, person);
  // The favourites go by playing time, whatever the lists are ordered by.
  const byTime = useWrapped({ ...question, by: "time" });
  const listed = useWrapped({ ...question, by });
  const ofFavourites = useWindowOf(byTime, window);
  const ofLists = useWindowOf(listed, window);
  useStillShared(person, byTime.error);
  const printing = usePrint();
  const settled = useHeld(printing.all, SETTLED_MS);
  const [detail, setDetail] = useState<DetailOf | null>(null);
  // The favourites answer at once; what stands below them is drawn when they are on the screen.
  const now = useMemo(() => ({ answer: byTime, window: ofFavourites, zone }), [byTime, ofFavourites, zone]);
  const later = useDeferredValue(now, { ...now, answer: PENDING });
  const behind = useHeld(later !== now, BEHIND_MS);

  return (
    <>
      <Favourites answer={byTime} window={ofFavourites} history={history} />
      <TopLists
        answer={listed} question={{ ...question, by }} window={ofLists} since={history?.from ?? null} open={setDetail} totalsKnown={byTime.status === "success"}
        facts={<Facts answer={later.answer} window={later.window} />}
      />
      <Near ready={byTime.status !== "pending"} wanted={printing.wanted} placeholder={<div className="below-place" />}>
        <div className={`below${behind ? " behind" : ""}${settled ? " settled" : ""}`} aria-busy={later !== now}>
          <Below {...later} onThere={printing.there} />
        </div>
      </Near>
      <Foot zone={zone} wrapped={later.answer.data} onPrint={printing.print} />
      {detail && (
        <Suspense>
          <DetailSheet detail={detail} window={ofLists} zone={zone} onClose={() => startTransition(() => setDetail(null))} />
        </Suspense>
      )}
    </>
  );
}
