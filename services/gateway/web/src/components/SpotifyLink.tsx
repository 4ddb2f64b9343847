"use client";

import { useTranslations } from "use-intl";
import { OutIcon } from "./Icons";

export function SpotifyLink({ href }: { href: string | null | undefined }) {
  const t = useTranslations("common");
  if (!href) return null;
  return (
    <a className="link small" href={href} target="_blank" rel="noreferrer">
      {t("openOnSpotify")} <OutIcon /><span className="sr"> ({t("newTab")})</span>
    </a>
  );
}
