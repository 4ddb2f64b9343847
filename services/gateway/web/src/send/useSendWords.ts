"use client";

import { useTranslations } from "use-intl";
import { useProblemWords } from "@/components/useProblemWords";
import { useFormat } from "@/intl/useFormat";
import { sentOf, type Sending } from "./queue";

/** What to call files that are sent together, and how far they are or why not. */
export function useSendWords(): { name: (sending: Sending) => string; status: (sending: Sending) => string } {
  const t = useTranslations("sending");
  const format = useFormat();
  const why = useProblemWords();

  const name = ({ files }: Sending) => (files.length === 1 ? files[0]?.name : undefined) ?? t("many", { count: files.length });
  const status = (sending: Sending) => {
    const { status: now, bytes } = sending;
    switch (now.phase) {
      case "waiting":
        return t("waits", { bytes: format.bytes(bytes) });
      case "sending": {
        const sent = sentOf(sending);
        return sent < bytes ? t("of", { sent: format.bytes(sent), total: format.bytes(bytes) }) : t("last");
      }
      case "arrived":
        return t("arrived");
      case "failed":
        if (now.problem === "empty") return t("empty");
        return now.problem.status === 0 ? t("broke", { share: format.share(Math.floor(now.part * 100) / 100, 0) }) : `${why(now.problem)} ${t("nothingKept")}`;
    }
  };
  return { name, status };
}
