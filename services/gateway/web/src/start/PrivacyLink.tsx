"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { OutIcon } from "@/components/Icons";

const PRIVACY_PAGE = "https://www.spotify.com/account/privacy/";

/** To the page of Spotify on which one asks for an export. */
export function PrivacyLink({ className, children }: { className: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <a className={className} href={PRIVACY_PAGE} target="_blank" rel="noreferrer">
      {children} <OutIcon /><span className="sr"> ({t("newTab")})</span>
    </a>
  );
}
