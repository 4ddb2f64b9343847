"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { RingsArt } from "@/components/RingsArt";
import { PageTitle } from "@/shell/PageTitle";

/** `/goodbye/`: after somebody has had everything about them erased. */
export function GoodbyePage() {
  const t = useTranslations("goodbye");
  return (
    <section className="imp entry goodbye">
      <PageTitle text={t("title")} />
      <RingsArt name="goodbye" />
      <h1>{t("title")}</h1>
      <p className="lead">{t("text")}</p>
      <p className="q">{t("rest")}</p>
      <p className="gap"><Link className="btn" href="/" prefetch={false}>{t("start")}</Link></p>
    </section>
  );
}
