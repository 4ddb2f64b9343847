"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import type { Me } from "@/api/types";
import { useLanguage } from "@/intl/IntlGate";
import { LANGUAGES, nameOf } from "@/intl/language";
import { AccountMenu } from "./AccountMenu";
import { Mark } from "./Mark";

export const PLACES = [
  { href: "/", name: "listening" },
  { href: "/plays/", name: "plays" },
  { href: "/imports/", name: "imports" },
] as const;

export function TopBar({ me }: { me: Me | null }) {
  const t = useTranslations();
  const path = usePathname();
  return (
    <header className="top">
      <Link className="brand" href="/" prefetch={false}>
        <Mark />
        {t("common.brand")}
      </Link>
      {me && (
        <nav aria-label={t("nav.main")}>
          {PLACES.map(({ href, name }) => (
            <Link key={href} href={href} prefetch={false} aria-current={path === href ? "page" : undefined}>{t(`nav.${name}`)}</Link>
          ))}
        </nav>
      )}
      <div className="end">{me ? <AccountMenu me={me} /> : <OtherLanguages />}</div>
    </header>
  );
}

function OtherLanguages() {
  const { language, choose } = useLanguage();
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <button key={other} type="button" className="link small plain" lang={other} onClick={() => choose(other)}>{nameOf(other)}</button>
  ));
}
