"use client";

import { useTranslations } from "use-intl";

const PLATFORMS = ["phone", "tablet", "computer", "speaker", "tv", "car", "console", "watch", "web", "other"] as const;

/** What a family of devices is called; a family that is not known here keeps the server's word. */
export function usePlatformName(): (name: string) => string {
  const t = useTranslations("platforms");
  return (name) => {
    const known = PLATFORMS.find((platform) => platform === name);
    return known ? t(known) : name;
  };
}
