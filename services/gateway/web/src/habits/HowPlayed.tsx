"use client";

import { useTranslations } from "use-intl";
import type { Habits } from "@/api/parts";
import { useDoors } from "@/components/doors";
import { useFormat } from "@/intl/useFormat";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { ShareRow } from "./ShareRow";

const PARTS = ["skipped", "shuffle", "offline", "private"] as const;

/** Skipped, shuffled, offline, private: each of the plays whose export says so or not. Nobody sees another's private plays. */
export function HowPlayed({ habits, plays, window }: { habits: Habits; plays: number; window: Span }) {
  const t = useTranslations("habits");
  const format = useFormat();
  const own = useDoors();
  const note = (of: number) => (of < plays ? t("of", { count: of, plays: format.count(plays) }) : null);
  return (
    <div>
      <div className="titled"><h3>{t("how")}</h3></div>
      <ul className="shares">
        {PARTS.filter((part) => own || part !== "private").map((part) => (
          <ShareRow
            key={part} label={t(part)} share={habits[part].share} topic={part} note={note(habits[part].of)}
            href={counted(window, { [part]: "true" })}
          />
        ))}
      </ul>
      {own && <p className="small q gap">{t("privateNote")}</p>}
    </div>
  );
}
