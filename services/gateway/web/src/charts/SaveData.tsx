"use client";

import { useTranslations } from "use-intl";
import { csv } from "@/lib/csv";
import { fileName, saveFile } from "@/lib/files";
import type { Span } from "@/lib/windows";
import type { Values } from "./types";

interface SaveDataProps {
  title: string;
  window: Span;
  table: () => Values;
}

/** The values of a chart as a CSV file: its own names, its numbers in full. */
export function SaveData({ title, window, table }: SaveDataProps) {
  const t = useTranslations("charts");
  const save = () => {
    const { header, rows } = table();
    const text = csv([header, ...rows.map(({ plain, cells }) => [plain, ...cells.map(({ value }) => value)])]);
    saveFile(fileName(title, window, "csv"), "text/csv;charset=utf-8", text);
  };
  return <button type="button" className="plain small" aria-label={t("saveDataOf", { title })} onClick={save}>{t("saveData")}</button>;
}
