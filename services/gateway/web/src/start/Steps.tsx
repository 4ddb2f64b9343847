"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { OutIcon } from "@/components/Icons";

const PRIVACY_PAGE = "https://www.spotify.com/account/privacy/";

export function Steps() {
  const t = useTranslations();
  const em = (text: ReactNode) => <em>{text}</em>;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className="steps-title">{t("steps.title")}</h2>
      <ol className="steps">
        <li>
          <b><span className="n">1</span>{t("steps.ask")}</b>
          <p>{t.rich("steps.askText", { em })}</p>
          <a className="link small" href={PRIVACY_PAGE} target="_blank" rel="noreferrer">
            {t("steps.askLink")} <OutIcon /><span className="sr"> ({t("common.newTab")})</span>
          </a>
        </li>
        <li><b><span className="n">2</span>{t("steps.wait")}</b><p>{t("steps.waitText")}</p></li>
        <li><b><span className="n">3</span>{t("steps.drop")}</b><p>{t("steps.dropText")}</p></li>
      </ol>
    </section>
  );
}
