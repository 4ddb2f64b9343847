"use client";

import { useTranslations } from "use-intl";
import { Segments } from "@/components/Segments";
import type { Window } from "@/listening/useWindow";

/** Says whose history this is and what is not in it; turns to what both have in common. */
export function LookingBanner({ name, window }: { name: string | undefined; window: Window }) {
  const t = useTranslations("people");
  return (
    <div className="looking">
      <p role="status">{name && t.rich("looking", { name: () => <b><bdi>{name}</bdi></b> })}</p>
      <Segments
        label={t("view")} value={window.view} onChange={window.turnTo}
        options={[{ value: "history", text: t("history") }, { value: "match", text: t("match") }]}
      />
    </div>
  );
}
