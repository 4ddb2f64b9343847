"use client";

import { startTransition, Suspense, useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { CompareButton } from "@/compare/CompareButton";
import { PartTrouble } from "@/components/PartTrouble";
import { useFormat } from "@/intl/useFormat";
import { late } from "@/lib/late";
import { monthsOfLife } from "@/lib/life";
import { olderYears, presets, type Span } from "@/lib/windows";
import { LifeStrip } from "./LifeStrip";
import { Presets } from "./Presets";
import { StripFoot } from "./StripFoot";
import type { Window } from "./useWindow";
import { useWindowKeys } from "./useWindowKeys";

const VersusLine = late(() => import("@/compare/VersusLine"));
const WindowSheet = late(() => import("./WindowSheet"));

interface WindowHeadProps {
  window: Window;
  zone: string;
  history: Span | null;
  /** What is known of the whole history: its playing time by month makes the strip. */
  whole: Answer<Wrapped>;
  /** Whose it is, and what can be done with it. */
  acts: ReactNode;
}

/** The two dates as the largest words on top, the presets and the strip of the whole life below them. */
export function WindowHead({ window, zone, history, whole, acts }: WindowHeadProps) {
  const t = useTranslations("window");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Span | null>(null);
  // The last move may not have been drawn yet when the handle is let go.
  const latest = useRef<Span | null>(null);
  const move = (to: Span | null) => {
    latest.current = to;
    setDraft(to);
  };
  const { from, to } = draft ?? window;
  const life = useDeferredValue(whole.data?.rhythm.life, undefined);
  const months = useMemo(() => monthsOfLife(life ?? []), [life]);
  const release = () => {
    if (latest.current) window.show(latest.current);
    move(null);
  };
  const all = presets(window.today, history);
  const choose = () => setOpen(true);
  const spoken = useWindowKeys(window, all, history, choose);

  return (
    <section className="window" aria-label={t("section")}>
      <div className="window-head">
        <h1>
          <span className="sr">{t("heading")}</span>
          <button type="button" aria-label={t("changeFrom", { date: format.day(from) })} onClick={choose}>
            {format.day(from)}
          </button>
          <span aria-hidden="true">–</span>
          <button type="button" aria-label={t("changeTo", { date: format.day(to) })} onClick={choose}>
            {format.day(to)}
          </button>
        </h1>
        <div className="window-acts">{acts}</div>
        <p className="sr" role="status">{spoken}</p>
      </div>
      {window.versus && window.view === "history" && (
        <Suspense fallback={<div className="versus" />}><VersusLine window={window} versus={window.versus} zone={zone} history={history} /></Suspense>
      )}
      <Presets window={window} presets={all} older={olderYears(window.today, history)} free={choose}>
        {window.view === "history" && <CompareButton window={window} zone={zone} history={history} />}
      </Presets>
      <div className="strip-place">
        {whole.status === "error" && !life && <PartTrouble answer={whole} title={t("lifeError")} />}
        {months.length > 1 && (
          <>
            <LifeStrip months={months} span={draft ?? window} versus={window.versus} onMove={move} onRelease={release} />
            <StripFoot months={months} />
          </>
        )}
      </div>
      {open && (
        <Suspense>
          <WindowSheet window={window} zone={zone} history={history} onClose={() => startTransition(() => setOpen(false))} />
        </Suspense>
      )}
    </section>
  );
}
