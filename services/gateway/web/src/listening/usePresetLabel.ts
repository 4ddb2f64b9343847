"use client";

import { useTranslations } from "use-intl";
import type { Preset } from "@/lib/windows";

/** What a preset is called. */
export function usePresetLabel(): (preset: Preset) => string {
  const t = useTranslations("window");
  return (preset) => {
    switch (preset.id) {
      case "calendar":
        return String(preset.year);
      case "season":
        return t("seasonOf", { season: preset.season, year: seasonYear(preset.season, preset.year) });
      default:
        return t(preset.id);
    }
  };
}

/** A winter lies in two years. */
function seasonYear(season: string, year: number): string {
  return season === "winter" ? `${year}/${String(year + 1).slice(2)}` : String(year);
}
