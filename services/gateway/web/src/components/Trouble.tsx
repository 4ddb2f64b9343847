"use client";

import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";

interface TroubleProps {
  title: string;
  /** What still holds. */
  text: string;
  error: Error | null;
  retry?: () => void;
  /** The whole page failed, not a part of it. */
  page?: boolean;
}

/** The error state of every part: what failed, why, what still stands, and one way on. */
export function Trouble({ title, text, error, retry, page = false }: TroubleProps) {
  const t = useTranslations("common");
  const why = useReason(error);
  return (
    <div className={page ? "err page" : "err"} role="alert">
      {page ? <h1 className="disp">{title}</h1> : <p className="disp">{title}</p>}
      <p className="q">{why} {text}</p>
      {retry && <p><button type="button" className="btn main" onClick={retry}>{t("tryAgain")}</button></p>}
    </div>
  );
}

/** Why a request failed, in the reader's words; the server's own detail is for people who read logs. */
export function useReason(error: Error | null): string {
  const t = useTranslations("problem");
  if (!(error instanceof ApiError)) return t("page");
  switch (error.status) {
    case 0:
      return t("unreachable");
    case 401:
      return t("signedOut");
    case 404:
      return t("missing");
    case 408:
    case 504:
      return t("slow");
    case 429:
    case 502:
    case 503:
      return t("busy");
    default:
      return error.status >= 500 ? t("server") : t("other");
  }
}
