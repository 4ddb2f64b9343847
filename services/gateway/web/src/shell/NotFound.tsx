"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";

export function NotFound() {
  const t = useTranslations("common");
  return (
    <section className="imp">
      <h1>{t("notFound")}</h1>
      <p className="gap"><Link className="btn main" href="/">{t("toListening")}</Link></p>
    </section>
  );
}
