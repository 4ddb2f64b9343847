"use client";

import { useTranslations } from "use-intl";
import type { Kind } from "@/api/types";
import type { Totals } from "@/api/wrapped";
import { TimeDoor } from "@/components/Door";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

const KINDS: readonly { kind: Kind; label: "kindTrack" | "kindEpisode" | "kindChapter"; tone: string }[] = [
  { kind: "track", label: "kindTrack", tone: "k1" },
  { kind: "episode", label: "kindEpisode", tone: "k2" },
  { kind: "chapter", label: "kindChapter", tone: "k3" },
];

/** Parts of one whole: a stacked bar, and the list that says what its colours are. */
export function Kinds({ totals, window }: { totals: Totals; window: Span }) {
  const t = useTranslations("favourites");
  const heard = KINDS.filter(({ kind }) => totals.by_kind[kind].ms_played > 0);
  return (
    <>
      <div className="kinds" aria-hidden="true">
        {heard.map(({ kind, tone }) => (
          <i key={kind} className={tone} style={{ flexGrow: totals.by_kind[kind].ms_played }} />
        ))}
      </div>
      <ul className="kindlist num">
        {heard.map(({ kind, label, tone }) => (
          <li key={kind}>
            <i className={tone} />
            {t(label)}
            <b><TimeDoor href={counted(window, { kind })} ms={totals.by_kind[kind].ms_played} style="row" /></b>
          </li>
        ))}
      </ul>
    </>
  );
}
