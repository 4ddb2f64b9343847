"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { address } from "@/api/address";

/** Both ways in lead back to the page that was asked for, with its window. */
export function SignIn() {
  const t = useTranslations("start");
  const path = usePathname();
  const query = useSearchParams().toString();
  const next = query ? `${path}?${query}` : path;
  return (
    <>
      <a className="btn main" href={address("/auth/login", { next })}>{t("signIn")}</a>
      <Link className="link small other-way" href={address("/sign-in/", { next })} prefetch={false}>{t("withPassword")}</Link>
    </>
  );
}
