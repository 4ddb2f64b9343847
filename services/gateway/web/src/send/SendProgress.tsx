"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { isPending, sentOf, type Sending } from "./queue";
import { SendList } from "./SendList";

/** The start page while the first history is on its way: how much of all bytes is there, large, and each below it. */
export function SendProgress({ sendings }: { sendings: readonly Sending[] }) {
  const t = useTranslations("sending");
  const format = useFormat();
  const counted = sendings.filter(({ status }) => status.phase !== "failed");
  const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
  const sent = counted.reduce((sum, sending) => sum + sentOf(sending), 0);
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0;
  const busy = sendings.some(isPending);

  return (
    <section className="imp">
      <p className="q num">{t("of", { sent: format.bytes(sent), total: format.bytes(total) })}</p>
      <h1>{t("title", { count: counted.length })}</h1>
      <div className="live">
        <div>
          <p className="figure num">{format.count(percent)}</p>
          <p className="disp under">{t("percent")}</p>
          <progress className="prog" value={percent} max={100} aria-label={t("progress")} />
          <p className="small q gap" role="status">{busy && (percent < 100 ? t("stay") : t("last"))}</p>
        </div>
        <SendList sendings={sendings} />
      </div>
    </section>
  );
}
