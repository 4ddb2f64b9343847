"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { PageTitle } from "./PageTitle";

export function NotFound() {
  const t = useTranslations("common");
  return (
    <section className="imp">
      <PageTitle text={t("notFound")} />
      <h1>{t("notFound")}</h1>
      <p className="gap"><Link className="btn main" href="/">{t("toListening")}</Link></p>
    </section>
  );
}
