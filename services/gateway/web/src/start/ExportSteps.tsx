"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PrivacyLink } from "./PrivacyLink";

const STEPS = ["open", "choose", "confirm", "wait", "load", "drop"] as const;

/** The way from Spotify's privacy page to a zip that can be dropped. */
export function ExportSteps() {
  const t = useTranslations("export");
  const em = (text: ReactNode) => <em>{text}</em>;
  return (
    <ol className="guide-steps">
      {STEPS.map((step) => (
        <li key={step}>
          <h2>{t(`${step}.title`)}</h2>
          <p>{t.rich(`${step}.text`, { em })}</p>
          {step === "open" && <p><PrivacyLink className="btn">{t("open.link")}</PrivacyLink></p>}
        </li>
      ))}
    </ol>
  );
}
