"use client";

import { Suspense } from "react";
import { useHistory, useMe } from "@/api/queries";
import type { Me } from "@/api/types";
import { AddedWords } from "@/intl/AddedWords";
import { late } from "@/lib/late";
import { PersonPicker } from "@/people/PersonPicker";
import { ShareButton } from "@/share/ShareButton";
import { StoryButton } from "@/story/StoryButton";
import { boundsOf } from "./bounds";
import { OneOrTwo } from "./OneOrTwo";
import { WindowTitle } from "./WindowTitle";
import { useWindow, type Window } from "./useWindow";
import { WindowHead } from "./WindowHead";

const OfPerson = late(() => import("@/people/OfPerson"));
const StartPage = late(() => import("@/start/StartPage"));
const QuietPage = late(() => import("@/start/QuietPage"));

/** `/`: the listening of the one who is signed in or of somebody who shares theirs, the start page for everybody else. */
export function ListeningPage() {
  const me = useMe();
  return me.data ? <SignedIn key={me.data.id} me={me.data} /> : <Suspense><AddedWords part="start"><StartPage /></AddedWords></Suspense>;
}

function SignedIn({ me }: { me: Me }) {
  const window = useWindow(me);
  const { person } = window;
  if (person === null) return <><WindowTitle window={window} /><Own me={me} window={window} /></>;
  return <Suspense><OfPerson key={person} me={me} person={person} window={window} /></Suspense>;
}

function Own({ me, window }: { me: Me; window: Window }) {
  const history = useHistory(null);
  const bounds = boundsOf(history.data);
  const picker = <PersonPicker me={me} window={window} person={null} />;
  if (history.data && !bounds) return <Suspense><AddedWords part="start"><AddedWords part="pages"><QuietPage me={me} picker={picker} /></AddedWords></AddedWords></Suspense>;
  return (
    <>
      <WindowHead
        window={window} zone={me.time_zone} history={bounds} whole={history}
        acts={<>{picker}<StoryButton window={window} /><ShareButton csrf={me.csrf_token} window={window} /></>}
      />
      <OneOrTwo window={window} zone={me.time_zone} history={bounds} person={null} />
    </>
  );
}
