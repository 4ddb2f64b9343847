"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Me } from "@/api/types";
import { useCollator } from "@/intl/useCollator";
import { Saved } from "./Saved";
import { Section } from "./Section";
import { useChangeMe } from "./useChangeMe";

export function ZoneField({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const change = useChangeMe(me);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([me.time_zone, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort(useCollator().compare);
  // In a closed list each arrow key is a choice: only what is saved cuts the days anew.
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? me.time_zone;
  const save = (time_zone: string) => change.mutate({ time_zone }, { onSuccess: () => setChosen(undefined) });

  return (
    <Section id="zone" title={t("zone")}>
      <p className="q">{t("zoneText")}</p>
      <p className="controls">
        <select className="input" aria-labelledby="zone-title" value={wanted} onChange={(event) => setChosen(event.target.value)}>
          {zones.map((zone) => <option key={zone}>{zone}</option>)}
        </select>
        <button type="button" className="btn" disabled={wanted === me.time_zone} onClick={() => save(wanted)}>{t("save")}</button>
        {here && here !== me.time_zone && (
          <button type="button" className="btn" onClick={() => save(here)}>{t("zoneHere", { zone: here })}</button>
        )}
      </p>
      <Saved change={change} />
    </Section>
  );
}
