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

/** The short one, beside a row's cover and names. Where no address is known yet its place is kept: it moves nothing. */
export function AtSpotify({ href, name }: { href: string | null; name: string }) {
  const t = useTranslations("common");
  const words = <>{t("spotify")} <OutIcon size={11} /></>;
  if (!href) return <span className="source unseen" aria-hidden="true">{words}</span>;
  return (
    <a className="source" href={href} target="_blank" rel="noreferrer">
      <span className="sr">{name}: </span>{words}<span className="sr"> ({t("newTab")})</span>
    </a>
  );
}
