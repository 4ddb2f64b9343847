"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PrivacyLink } from "./PrivacyLink";

/** How one comes to an export, in short; `/export/` says it at length. */
export function Steps() {
  const t = useTranslations("steps");
  const em = (text: ReactNode) => <em>{text}</em>;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className="steps-title">{t("title")}</h2>
      <ol className="steps">
        <li>
          <b><span className="n">1</span>{t("ask")}</b>
          <p>{t.rich("askText", { em })}</p>
          <PrivacyLink className="link small">{t("askLink")}</PrivacyLink>
        </li>
        <li>
          <b><span className="n">2</span>{t("wait")}</b>
          <p>{t("waitText")}</p>
          <Link className="link small" href="/export/" prefetch={false}>{t("detail")}</Link>
        </li>
        <li><b><span className="n">3</span>{t("drop")}</b><p>{t("dropText")}</p></li>
      </ol>
    </section>
  );
}
