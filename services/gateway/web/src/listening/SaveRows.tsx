"use client";

import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { late } from "@/lib/late";
import type { Listed, ListName } from "@/lib/listed";
import type { Span } from "@/lib/windows";
import { PLAIN } from "./ListHeading";

const RowsFile = late(() => import("./RowsFile"));

interface SaveRowsProps {
  list: ListName;
  rows: readonly Listed[];
  window: Span;
}

/** The rows of a list that are known here as a CSV file, also those that are not shown yet. */
export function SaveRows({ list, rows, window }: SaveRowsProps) {
  const t = useTranslations();
  const [writing, setWriting] = useState(false);
  const title = t(`lists.${PLAIN[list]}`);
  return (
    <>
      <p className="table-switch">
        <button type="button" className="plain small" aria-label={t("charts.saveDataOf", { title })} onClick={() => setWriting(true)}>
          {t("charts.saveData")}
        </button>
      </p>
      {writing && <Suspense><RowsFile title={title} rows={rows} window={window} onSaved={() => setWriting(false)} /></Suspense>}
    </>
  );
}
