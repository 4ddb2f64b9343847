"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import { DropZone } from "@/send/DropZone";
import { useFollow } from "@/send/useFollow";
import { PageTitle } from "@/shell/PageTitle";
import { ExportKinds } from "./ExportKinds";
import { ExportSteps } from "./ExportSteps";
import { SignIn } from "./SignIn";

/** `/export/`: how one gets one's data from Spotify, step by step, and what to expect. Also for those who are not signed in yet. */
export function ExportPage() {
  const t = useTranslations("export");
  const { data: me } = useMe();
  useFollow();
  return (
    <section className="imp guide">
      <PageTitle text={t("title")} />
      {me && <p><Link className="link small" href="/imports/" prefetch={false}>← {t("back")}</Link></p>}
      <h1>{t("title")}</h1>
      <p className="lead q">{t("lead")}</p>
      <div className="guide-cols">
        <ExportSteps />
        <aside aria-label={t("bring")}>
          <DropZone />
          {!me && <p className="ways"><SignIn /></p>}
        </aside>
      </div>
      <ExportKinds />
    </section>
  );
}
