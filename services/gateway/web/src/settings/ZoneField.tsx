"use client";

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
  const choose = (time_zone: string) => change.mutate({ time_zone });

  return (
    <Section id="zone" title={t("zone")}>
      <p className="q">{t("zoneText")}</p>
      <p className="controls">
        <select className="input" aria-labelledby="zone-title" value={me.time_zone} onChange={(event) => choose(event.target.value)}>
          {zones.map((zone) => <option key={zone}>{zone}</option>)}
        </select>
        {here && here !== me.time_zone && (
          <button type="button" className="btn" onClick={() => choose(here)}>{t("zoneHere", { zone: here })}</button>
        )}
      </p>
      <Saved change={change} />
    </Section>
  );
}
