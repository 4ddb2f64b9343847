"use client";

import { useTranslations } from "use-intl";
import type { Habits } from "@/api/parts";
import { ShowAll } from "@/components/ShowAll";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { ShareRow } from "./ShareRow";
import { usePlatformName } from "./usePlatformName";

const FIRST = 4;

/** On which devices, in which countries: shares of the playing time. */
export function WherePlayed({ habits, window }: { habits: Habits; window: Span }) {
  const t = useTranslations("habits");
  const format = useFormat();
  const platform = usePlatformName();
  return (
    <div>
      <div className="titled"><h3>{t("platforms")}</h3><Help topic="platforms" name={t("platforms")} /></div>
      <ShowAll items={habits.platforms} first={FIRST} className="shares">
        {({ name, share }) => <ShareRow key={name} label={platform(name)} share={share} href={counted(window, { platform: name })} />}
      </ShowAll>
      <div className="titled after"><h3>{t("countries")}</h3><Help topic="countries" name={t("countries")} /></div>
      <ShowAll items={habits.countries} first={FIRST} className="shares">
        {({ name, share }) => <ShareRow key={name} label={format.country(name)} share={share} href={counted(window, { country: name })} />}
      </ShowAll>
    </div>
  );
}
