"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Me } from "@/api/types";
import { Saved } from "./Saved";
import { Section } from "./Section";
import { useChangeMe } from "./useChangeMe";

/** Whether the people of this instance may look at one's history, and what they see then. */
export function Sharing({ me }: { me: Me }) {
  const t = useTranslations("sharing");
  const change = useChangeMe(me);
  // Shown as it was set at the very click; as it was, should it be refused.
  const [wanted, setWanted] = useState<boolean>();
  const set = (sharing: boolean) => {
    setWanted(sharing);
    change.mutate({ sharing }, { onSettled: () => setWanted(undefined) });
  };
  return (
    <Section id="sharing" title={t("title")}>
      <label className="switch">
        <input
          type="checkbox" role="switch" checked={wanted ?? me.sharing}
          onChange={(event) => set(event.target.checked)}
        />
        <span>{t("allow")}</span>
      </label>
      <Saved change={change} />
      <ul className="plain-list q">
        <li>{t("see")}</li>
        <li>{t("never")}</li>
        <li>{t("standing")}</li>
        <li>{t("any")}</li>
      </ul>
    </Section>
  );
}
