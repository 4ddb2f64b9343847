"use client";

import { Suspense } from "react";
import { isMissing } from "@/api/client";
import { usePeople } from "@/api/peopleQueries";
import { useHistory } from "@/api/queries";
import type { Me } from "@/api/types";
import { late } from "@/lib/late";
import { boundsOf } from "@/listening/bounds";
import { OneOrTwo } from "@/listening/OneOrTwo";
import type { Window } from "@/listening/useWindow";
import { WindowTitle } from "@/listening/WindowTitle";
import { WindowHead } from "@/listening/WindowHead";
import { LookingBanner } from "./LookingBanner";
import { NotShared } from "./NotShared";
import { OthersWords } from "./OthersWords";
import { PersonPicker } from "./PersonPicker";

const MatchView = late(() => import("@/match/MatchView"));

interface OfPersonProps {
  me: Me;
  person: string;
  window: Window;
}

/** The history of somebody who shares it, or what one has in common with them. Its days are theirs. */
export default function OfPerson({ me, person, window }: OfPersonProps) {
  const history = useHistory(person);
  const people = usePeople();
  if (isMissing(history.error)) return <NotShared window={window} />;
  const zone = history.data?.time_zone ?? me.time_zone;
  const bounds = boundsOf(history.data);
  const name = people.data?.find(({ id }) => id === person)?.name ?? history.data?.person.name;
  return (
    <OthersWords>
      <WindowTitle window={window} name={name} />
      <LookingBanner name={name} window={window} />
      <WindowHead
        window={window} zone={zone} history={bounds} whole={history}
        acts={<PersonPicker me={me} window={window} person={person} />}
      />
      {window.view === "match" ? (
        <Suspense><MatchView person={person} name={name ?? ""} window={window} /></Suspense>
      ) : (
        <OneOrTwo window={window} zone={zone} history={bounds} person={person} />
      )}
    </OthersWords>
  );
}
