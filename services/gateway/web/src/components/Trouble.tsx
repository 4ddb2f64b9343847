"use client";

import { useTranslations } from "use-intl";
import { focusAround } from "@/lib/focus";
import { ErrorNumber } from "./ErrorNumber";
import { useReason } from "./useReason";

interface TroubleProps {
  title: string;
  /** What still holds; that nothing is lost, without. */
  text?: string;
  error: Error | null;
  retry?: () => void;
  /** What the way on is called; to try again, without. */
  again?: string;
  /** The whole page failed, not a part of it. */
  page?: boolean;
}

/** The error state of every part: what failed, why, what still stands, and one way on. */
export function Trouble({ title, text = "", error, retry, again, page = false }: TroubleProps) {
  const t = useTranslations("common");
  const why = useReason(error);
  return (
    <div className={page ? "err page" : "err"} role="alert">
      {page ? <h1 className="disp">{title}</h1> : <p className="disp">{title}</p>}
      <p className="q">{why} {text || t("stillThere")}</p>
      <ErrorNumber error={error} />
      {retry && <p><button type="button" className="btn main" onClick={({ currentTarget }) => tryAgain(currentTarget, retry)}>{again ?? t("tryAgain")}</button></p>}
    </div>
  );
}

/** The button goes with the error. */
export function tryAgain(button: Element, retry: () => void): void {
  focusAround(button);
  retry();
}
