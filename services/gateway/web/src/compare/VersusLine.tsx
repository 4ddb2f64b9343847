"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import type { Window } from "@/listening/useWindow";
import type { Span } from "@/lib/windows";
import CompareSheet from "./CompareSheet";
import { AddedWords } from "@/intl/AddedWords";
import { giveFocus, takeFocus } from "./focus";

interface VersusLineProps {
  window: Window;
  versus: Span;
  zone: string;
  history: Span | null;
}

/** Below the dates of the window those that it is compared with; and the ways to others, to swap the two, and back to one. */
export default function VersusLine(props: VersusLineProps) {
  return <AddedWords part="compare" placeholder={<div className="versus" />}><Line {...props} /></AddedWords>;
}

function Line({ window, versus, zone, history }: VersusLineProps) {
  const t = useTranslations("compare");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const choose = () => setOpen(true);
  const end = () => {
    giveFocus();
    window.compare(null);
  };
  useEffect(() => takeFocus(first.current), []);
  return (
    <div className="versus">
      <p className="disp">
        <span className="versus-with">{t("with")}</span>{" "}
        <button ref={first} type="button" aria-label={t("changeFrom", { date: format.day(versus.from) })} onClick={choose}>{format.day(versus.from)}</button>
        <span aria-hidden="true">–</span>
        <button type="button" aria-label={t("changeTo", { date: format.day(versus.to) })} onClick={choose}>{format.day(versus.to)}</button>
      </p>
      <div className="versus-acts">
        <button type="button" className="chip" onClick={window.swap}>{t("swap")}</button>
        <button type="button" className="chip" onClick={end}>{t("end")}</button>
      </div>
      {open && <CompareSheet window={window} zone={zone} history={history} onClose={() => startTransition(() => setOpen(false))} />}
    </div>
  );
}
