"use client";

import { useTranslations } from "use-intl";
import { Note } from "@/components/Note";
import { useFormat } from "@/intl/useFormat";
import type { Sending } from "./SendProvider";

type Failed = Extract<Sending, { phase: "failed" }>;

/** One sentence for what happened to the bytes, with the file named. */
export function SendFailure({ state }: { state: Failed }) {
  const sentence = useSentence(state);
  return (
    <div role="alert">
      <Note tone="bad">
        <b><bdi>{state.names.join(", ")}</bdi></b> {sentence}
      </Note>
    </div>
  );
}

function useSentence({ problem, part }: Failed): string {
  const t = useTranslations("sending");
  const format = useFormat();
  if (problem === "empty" || problem.type === "/problems/empty-upload") return t("empty");
  switch (problem.status) {
    case 0:
    case 408:
      return t("broke", { share: format.share(part) });
    case 401:
    case 403:
      return t("signedOut");
    case 413:
      return t("tooLarge");
    case 429:
    case 503:
    case 507:
      return t("full");
    default:
      return t("refused");
  }
}
