"use client";

import { useTranslations } from "use-intl";
import { Section } from "./Section";

const FORMATS = [
  { format: "json", text: "jsonText" },
  { format: "csv", text: "csvText" },
  { format: "parquet", text: "parquetText" },
] as const;

/** Everything held about the person, as a zip in one of three formats. */
export function TakeAway() {
  const t = useTranslations("takeAway");
  return (
    <Section id="take-away" title={t("title")}>
      <p className="q">{t("text")}</p>
      <ul className="uploads">
        {FORMATS.map(({ format, text }) => (
          <li key={format}>
            <div>
              <p className="tt">{t(format)}</p>
              <p className="small q">{t(text)}</p>
            </div>
            <a className="btn" href={`/api/v1/me/export?format=${format}`} download aria-label={t("loadNamed", { format: t(format) })}>{t("load")}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
