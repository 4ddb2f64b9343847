"use client";

import { useTranslations } from "use-intl";
import type { Problem } from "@/api/types";
import { useProblemWords } from "@/components/useProblemWords";
import { useFormat } from "@/intl/useFormat";
import { sentOf, type Sending } from "./queue";

const SERVER_ERROR = 500;

/** What to call files that are sent together, and how far they are or why not. */
export function useSendWords(): { name: (sending: Sending) => string; status: (sending: Sending) => string } {
  const t = useTranslations("sending");
  const format = useFormat();
  const why = useProblemWords();

  const name = ({ files }: Sending) => (files.length === 1 ? files[0]?.name : undefined) ?? t("many", { count: files.length });
  const failure = (problem: Problem, part: number) => {
    // Once the last byte is out, nobody here knows what the server made of it.
    const unsure = part >= 1 && (problem.status === 0 || problem.status >= SERVER_ERROR);
    if (problem.status === 0 && !unsure) return t("broke", { share: format.share(Math.floor(part * 100) / 100, 0) });
    return `${why(problem)} ${t(unsure ? "unsure" : "nothingKept")}`;
  };
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
        return now.problem === "empty" ? t("empty") : failure(now.problem, now.part);
    }
  };
  return { name, status };
}
