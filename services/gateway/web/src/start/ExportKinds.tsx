"use client";

import { useTranslations } from "use-intl";

const ROWS = ["reach", "takes", "exact", "kept"] as const;
const KINDS = ["extended", "accountData"] as const;

/** What the two kinds of export hold, side by side; and what is never read of either. */
export function ExportKinds() {
  const t = useTranslations("export");
  return (
    <section className="sec" aria-labelledby="kinds-title">
      <header><div><h2 id="kinds-title">{t("kinds.title")}</h2><p>{t("kinds.lead")}</p></div></header>
      <div className="kinds-pair">
        {KINDS.map((kind) => (
          <div key={kind}>
            <h3>{t(`${kind}.name`)}</h3>
            <dl>
              {ROWS.map((row) => <div key={row}><dt>{t(`kinds.${row}`)}</dt><dd>{t(`${kind}.${row}`)}</dd></div>)}
            </dl>
          </div>
        ))}
      </div>
      <p className="small q gap never">{t("never")}</p>
    </section>
  );
}
