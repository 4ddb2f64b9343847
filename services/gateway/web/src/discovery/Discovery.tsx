"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Discovery as DiscoveryPart } from "@/api/parts";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { Segments } from "@/components/Segments";
import { useFormat } from "@/intl/useFormat";
import type { Span } from "@/lib/windows";
import { NewByMonth } from "./NewByMonth";
import { NewFigures } from "./NewFigures";
import { newShare } from "./newShare";
import { Stayed } from "./Stayed";

export const WHAT = ["artists", "tracks"] as const;
export type What = (typeof WHAT)[number];

interface DiscoveryProps {
  answer: Answer<Wrapped>;
  window: Span;
}

/** What was heard for the first time. */
export function Discovery({ answer, window }: DiscoveryProps) {
  const t = useTranslations("discovery");
  const [what, setWhat] = useState<What>("artists");
  return (
    <section className="sec" aria-labelledby="discovery-title">
      <header>
        <h2 id="discovery-title"><Finding part={answer.data?.discovery} /></h2>
        <p>{t("lead")}</p>
      </header>
      <Part
        answer={answer} error={t("error")} skeleton={<div className="part-place" aria-busy="true" />}
        empty={({ discovery }) => (discovery.artists + discovery.tracks === 0 ? <p className="part-note q">{t("empty")}</p> : null)}
      >
        {({ discovery, from, to }) => {
          const shown = { from: from ?? window.from, to: to ?? window.to };
          return (
            <>
              <NewFigures discovery={discovery} window={shown} />
              <div className="tools">
                <Segments label={t("choose")} value={what} onChange={setWhat} options={WHAT.map((value) => ({ value, text: t(value) }))} />
              </div>
              <div className="two">
                <NewByMonth months={discovery.months} what={what} window={shown} />
                <Stayed discovery={discovery} what={what} window={shown} />
              </div>
            </>
          );
        }}
      </Part>
    </section>
  );
}

function Finding({ part }: { part: DiscoveryPart | undefined }) {
  const t = useTranslations("discovery");
  const format = useFormat();
  const share = part ? newShare(part) : null;
  return <>{part && share !== null ? t("find", { count: part.artists, share: format.share(share, 0) }) : t("title")}</>;
}
