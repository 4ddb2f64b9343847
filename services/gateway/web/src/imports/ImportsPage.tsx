"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import { PageTitle } from "@/shell/PageTitle";
import { SignInFirst } from "@/start/SignInFirst";
import { ImportDetail } from "./ImportDetail";
import { ImportList } from "./ImportList";

/** `/imports/`: every import; with `?id=` one of them. */
export function ImportsPage() {
  const t = useTranslations("nav");
  const me = useMe();
  const id = useSearchParams().get("id");
  if (!me.data) return <SignInFirst />;
  const { id: person, time_zone: zone } = me.data;
  return (
    <>
      <PageTitle text={t("imports")} />
      {id ? <ImportDetail key={`${person} ${id}`} id={id} zone={zone} /> : <ImportList key={person} zone={zone} />}
    </>
  );
}
