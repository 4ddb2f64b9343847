"use client";

import { useTranslations } from "use-intl";
import { Trouble } from "@/components/Trouble";
import { PageTitle } from "./PageTitle";

/** Code that failed to come stays failed for this page, so only a new one helps. */
const reload = () => window.location.reload();

/** A fault of the page itself: said, with a way on, instead of an empty window. */
export function Broken({ error }: { error: Error }) {
  const t = useTranslations("broken");
  return (
    <>
      <PageTitle text={t("title")} />
      <Trouble title={t("title")} text={t("text")} error={error} retry={reload} again={t("anew")} page />
    </>
  );
}

/** In the place of a part whose words could not be fetched. */
export function PartMissing() {
  const t = useTranslations("broken");
  return <Trouble title={t("part")} text={t("text")} error={null} retry={reload} again={t("anew")} />;
}
