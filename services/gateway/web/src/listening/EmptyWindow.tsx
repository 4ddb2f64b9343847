"use client";

import { useTranslations } from "use-intl";
import { Nothing } from "@/components/Nothing";
import { useFormat } from "@/intl/useFormat";
import { focusAround } from "@/lib/focus";
import { nearestMonth, type Span } from "@/lib/windows";
import type { Window } from "./useWindow";

/** Nothing played in these days: says so, and leads to the nearest that were played. */
export default function EmptyWindow({ window, history }: { window: Window; history: Span | null }) {
  const t = useTranslations("favourites");
  const format = useFormat();
  const month = history && nearestMonth(window, history);
  const edge = history && (history.to < window.from ? history.to : history.from);
  const show = (button: Element, span: Span) => {
    focusAround(button);
    window.show(span);
  };
  return (
    <div className="trio one">
      <Nothing title={t("empty")} seed={window.from}>
        <p className="q">
          {t("emptyText", { from: format.day(window.from, "long"), to: format.day(window.to, "long") })}{" "}
          {month && edge && t("nearest", { date: format.day(edge, "long") })}
        </p>
        {month && <p><button type="button" className="btn" onClick={({ currentTarget }) => show(currentTarget, month)}>{t("goTo", { month: format.month(month.from) })}</button></p>}
        {!month && history && <p><button type="button" className="btn" onClick={({ currentTarget }) => show(currentTarget, history)}>{t("showAll")}</button></p>}
      </Nothing>
    </div>
  );
}
