"use client";

import { useTranslations } from "use-intl";
import { DropZone } from "@/send/DropZone";
import { PageTitle } from "@/shell/PageTitle";
import { SignIn } from "./SignIn";
import { Steps } from "./Steps";

/** Signed out: what this is, the sign-in, and where the export will go. */
export default function StartPage() {
  const t = useTranslations("start");
  return (
    <>
      <PageTitle text={t("title")} />
      <div className="start">
        <div>
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <p className="ways"><SignIn /></p>
          <p className="small q promise">{t("small")}</p>
        </div>
        <DropZone />
      </div>
      <Steps />
    </>
  );
}
