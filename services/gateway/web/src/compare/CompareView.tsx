"use client";

import { LIMIT } from "@/api/address";
import { useWrapped } from "@/api/queries";
import { Foot } from "@/listening/Foot";
import type { Window } from "@/listening/useWindow";
import { spanOf } from "@/listening/useWindowOf";
import { useStillShared } from "@/people/useStillShared";
import type { Span } from "@/lib/windows";
import { both } from "./both";
import { CompareFavourites } from "./CompareFavourites";
import { CompareLists } from "./CompareLists";
import { CompareRhythm } from "./CompareRhythm";
import { CompareSums } from "./CompareSums";
import { AddedWords } from "@/intl/AddedWords";

interface CompareViewProps {
  window: Window;
  versus: Span;
  /** The zone that the days are of. */
  zone: string;
  /** Whose history it is; null for one's own. */
  person: string | null;
}

/** Two windows of a history side by side: favourites, figures, lists and rhythm. */
export default function CompareView({ window, versus, zone, person }: CompareViewProps) {
  const { from, to, by } = window;
  const question = { limit: LIMIT, person: person ?? undefined };
  const one = useWrapped({ ...question, from, to, by: "time" });
  const other = useWrapped({ ...question, ...versus, by: "time" });
  // The favourites go by playing time, whatever the lists are ordered by.
  const oneListed = useWrapped({ ...question, from, to, by });
  const otherListed = useWrapped({ ...question, ...versus, by });
  useStillShared(person, one.error ?? other.error);

  const sides = [{ span: spanOf(one, window), answer: one }, { span: spanOf(other, versus), answer: other }] as const;
  const listed = [{ span: spanOf(oneListed, window), answer: oneListed }, { span: spanOf(otherListed, versus), answer: otherListed }] as const;
  const answers = both(one, other);
  const spans = [sides[0].span, sides[1].span] as const;
  return (
    <AddedWords part="compare" placeholder={<div className="compare-place" aria-busy="true" />}>
      <CompareFavourites sides={sides} />
      <CompareSums answer={answers} spans={spans} />
      <CompareLists sides={listed} window={window} />
      <CompareRhythm answer={answers} spans={spans} />
      <Foot zone={zone} wrapped={one.data} onPrint={() => globalThis.print()} />
    </AddedWords>
  );
}
