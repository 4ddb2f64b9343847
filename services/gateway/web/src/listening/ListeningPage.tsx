"use client";

import { lazy, Suspense, useState } from "react";
import { LIMIT, useHistory, useMe, useWrapped } from "@/api/queries";
import type { Me } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { Near } from "@/components/Near";
import { QuietPage } from "@/start/QuietPage";
import { StartPage } from "@/start/StartPage";
import type { Span } from "@/lib/windows";
import { Facts } from "./Facts";
import { Favourites } from "./Favourites";
import { Foot } from "./Foot";
import { TopLists } from "./TopLists";
import type { DetailOf } from "./detail";
import { useWindow } from "./useWindow";
import { WindowHead } from "./WindowHead";

const Below = lazy(() => import("./Below"));
const DetailSheet = lazy(() => import("./DetailSheet"));

/** `/`: the listening of the one who is signed in, the start page for everybody else. */
export function ListeningPage() {
  const me = useMe();
  return me.data ? <SignedIn me={me.data} /> : <StartPage />;
}

function SignedIn({ me }: { me: Me }) {
  const history = useHistory();
  const bounds = boundsOf(history.data);
  if (history.data && !bounds) return <QuietPage me={me} />;
  return <Listening me={me} history={bounds} life={history.data?.rhythm.life} />;
}

function boundsOf(history: { from: string | null; to: string | null; totals: { plays: number } } | undefined): Span | null {
  if (!history?.from || !history.to || history.totals.plays === 0) return null;
  return { from: history.from, to: history.to };
}

interface ListeningProps {
  me: Me;
  history: Span | null;
  life: Wrapped["rhythm"]["life"] | undefined;
}

function Listening({ me, history, life }: ListeningProps) {
  const window = useWindow(me.time_zone);
  const { from, to, by } = window;
  // The favourites go by playing time, whatever the lists are ordered by.
  const byTime = useWrapped({ from, to, by: "time", limit: LIMIT });
  const listed = useWrapped({ from, to, by, limit: LIMIT });
  const [detail, setDetail] = useState<DetailOf | null>(null);

  return (
    <>
      <WindowHead window={window} zone={me.time_zone} history={history} life={life} />
      <Favourites answer={byTime} window={window} history={history} />
      <TopLists
        answer={listed} window={window} open={setDetail} totalsKnown={byTime.status === "success"}
        facts={<Facts answer={byTime} window={window} />}
      />
      <Near ready={byTime.status !== "pending"} placeholder={<div className="below-place" />}>
        <Below answer={byTime} window={window} zone={me.time_zone} />
      </Near>
      <Foot zone={me.time_zone} wrapped={byTime.data} />
      {detail && (
        <Suspense>
          <DetailSheet detail={detail} window={window} zone={me.time_zone} onClose={() => setDetail(null)} />
        </Suspense>
      )}
    </>
  );
}
