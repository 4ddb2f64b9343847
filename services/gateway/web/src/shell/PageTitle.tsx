"use client";

import { useTranslations } from "use-intl";

/** What the tab, the bookmark and the list of pages gone back to are called, and what is read out when the page changes. One on each page. */
export function PageTitle({ text }: { text: string }) {
  const t = useTranslations("common");
  return <title>{t("titleOf", { page: text })}</title>;
}
