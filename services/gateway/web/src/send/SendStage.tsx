"use client";

import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SendFailure } from "./SendFailure";
import { SendProgress } from "./SendProgress";
import { useSend } from "./SendProvider";

/** The page, or in its place the bytes on their way; what went wrong with the last ones stands above it. */
export function SendStage({ children }: { children: ReactNode }) {
  const { state, stop } = useSend();
  const t = useTranslations("sending");
  const sending = state.phase === "sending";

  useEffect(() => {
    if (!sending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [sending]);

  if (state.phase === "sending") return <SendProgress state={state} stop={stop} stopLabel={t("stop")} />;
  return (
    <>
      {state.phase === "failed" && <SendFailure state={state} />}
      {children}
    </>
  );
}
