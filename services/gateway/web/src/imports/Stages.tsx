"use client";

import { useTranslations } from "use-intl";
import type { UploadState } from "@/api/types";
import { TickIcon } from "@/components/Icons";

/** Each step when it is over, and while it runs. */
const STAGES = [
  { past: "stageReceived", now: "stageReceiving" },
  { past: "stageRead", now: "stageReading" },
  { past: "stageAdded", now: "stageAdding" },
  { past: "stageDone", now: "stageDone" },
] as const;
/** How many stages are behind an upload in this state. */
const PASSED: Record<UploadState, number> = { receiving: 0, reading: 1, aggregating: 2, done: 4, failed: 0 };

/** The way of an import in four steps; a share of the whole would be a guess. */
export function Stages({ state }: { state: UploadState }) {
  const t = useTranslations("import");
  const passed = PASSED[state];
  return (
    <ol className="stages" aria-label={t("progress")}>
      {STAGES.map((stage, index) => {
        const past = index < passed;
        const now = index === passed;
        return (
          <li key={stage.past} className={past ? "past" : now ? "now" : undefined} aria-current={now ? "step" : undefined}>
            <i>{past && <TickIcon />}</i>
            {t(now ? stage.now : stage.past)}
          </li>
        );
      })}
    </ol>
  );
}
