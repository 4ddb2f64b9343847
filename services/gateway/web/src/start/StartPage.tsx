"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { address } from "@/api/client";
import { DropZone } from "@/send/DropZone";
import { Steps } from "./Steps";

/** Where the sign-in leads back to: the page that was asked for, with its window. */
export function useSignInAddress(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return address("/auth/login", { next: query ? `${path}?${query}` : path });
}

/** Signed out: what this is, the sign-in, and where the export will go. */
export function StartPage() {
  const t = useTranslations("start");
  const signIn = useSignInAddress();
  return (
    <>
      <div className="start">
        <div>
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <a className="btn main" href={signIn}>{t("signIn")}</a>
          <p className="small q promise">{t("small")}</p>
        </div>
        <DropZone />
      </div>
      <Steps />
    </>
  );
}

/** Signed out on any other page. */
export function SignInFirst() {
  const t = useTranslations("start");
  const signIn = useSignInAddress();
  return (
    <section className="imp">
      <h1>{t("signInAgain")}</h1>
      <p className="lead">{t("signInAgainText")}</p>
      <p><a className="btn main" href={signIn}>{t("signIn")}</a></p>
    </section>
  );
}
