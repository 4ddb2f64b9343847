"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useUploads } from "@/api/queries";
import type { Rows, Upload } from "@/api/types";
import { Part } from "@/components/Part";
import { useFormat } from "@/intl/useFormat";
import { sum } from "@/lib/rhythm";

/** The account of rows over the imports: how the history came to be. */
export function AllImports() {
  const t = useTranslations("counted");
  const uploads = useUploads();
  return (
    <Part
      answer={uploads} error={t("importsError")} skeleton={<div className="account-place" aria-busy="true" />}
      empty={(all) => (all.length === 0 ? <p className="part-note q">{t("noImports")}</p> : null)}
    >
      {(all) => <Sums uploads={all} />}
    </Part>
  );
}

function Sums({ uploads }: { uploads: readonly Upload[] }) {
  const t = useTranslations("counted");
  const format = useFormat();
  const total = (count: keyof Rows) => sum(uploads.map(({ rows }) => rows[count]));
  const [doubles, replaced] = [total("doubles"), total("replaced_estimates")];
  return (
    <p className="num imports-sum">
      <b>{t("importsTitle")}</b>
      <span>
        {t("imports", {
          imports: uploads.length, read: total("read"), imported: total("imported"),
          duplicate: format.count(total("duplicate")), rejected: format.count(total("rejected")),
        })}{" "}
        {doubles > 0 && `${t("importsDoubles", { count: doubles })} `}
        {replaced > 0 && `${t("importsReplaced", { count: replaced })} `}
        <Link href="/imports/">{t("seeImports")}</Link>
      </span>
    </p>
  );
}
