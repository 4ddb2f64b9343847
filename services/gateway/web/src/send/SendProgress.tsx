"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import type { Sending } from "./SendProvider";

interface SendProgressProps {
  state: Extract<Sending, { phase: "sending" }>;
  stop: () => void;
  stopLabel: string;
}

export function SendProgress({ state, stop, stopLabel }: SendProgressProps) {
  const t = useTranslations("sending");
  const format = useFormat();
  const { names, sent, total } = state;
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0;
  const name = names.length === 1 ? <bdi>{names[0]}</bdi> : t("many", { count: names.length });

  return (
    <section className="imp">
      <p className="q">{name} · {t("of", { sent: format.bytes(sent), total: format.bytes(total) })}</p>
      <h1>{t("title")}</h1>
      <div className="live">
        <div>
          <p className="figure num">{format.count(percent)}</p>
          <p className="disp under">{t("percent")}</p>
          <progress className="prog" value={percent} max={100} aria-label={t("progress")} />
          <p className="small q gap" role="status">{percent < 100 ? t("stay") : t("last")}</p>
          <p className="gap"><button type="button" className="btn" onClick={stop}>{stopLabel}</button></p>
        </div>
      </div>
    </section>
  );
}
