"use client";

import { useTranslations } from "use-intl";
import { PageTitle } from "@/shell/PageTitle";
import type { Window } from "@/listening/useWindow";

/** Nobody here has this id, or they share nothing (any more): nothing tells which. */
export function NotShared({ window }: { window: Window }) {
  const t = useTranslations("people");
  return (
    <section className="imp entry">
      <PageTitle text={t("notShared")} />
      <h1>{t("notShared")}</h1>
      <p className="lead q">{t("notSharedText")}</p>
      <p><button type="button" className="btn main" onClick={() => window.lookAt(null)}>{t("toYours")}</button></p>
    </section>
  );
}
