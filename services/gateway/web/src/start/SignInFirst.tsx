"use client";

import { useTranslations } from "use-intl";
import { PageTitle } from "@/shell/PageTitle";
import { SignIn } from "./SignIn";
import { AddedWords } from "@/intl/AddedWords";

/** Signed out on any other page. */
export function SignInFirst() {
  return <AddedWords part="start"><SignInNow /></AddedWords>;
}

function SignInNow() {
  const t = useTranslations("start");
  return (
    <section className="imp">
      <PageTitle text={t("signInAgain")} />
      <h1>{t("signInAgain")}</h1>
      <p className="lead">{t("signInAgainText")}</p>
      <p className="ways"><SignIn /></p>
    </section>
  );
}
