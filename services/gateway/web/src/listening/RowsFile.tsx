"use client";

import { useLayoutEffect } from "react";
import { useTranslations } from "use-intl";
import { useInMs } from "@/charts/useInMs";
import { AddedWords } from "@/intl/AddedWords";
import { csv } from "@/lib/csv";
import { fileName, saveFile } from "@/lib/files";
import type { Listed } from "@/lib/listed";
import type { Span } from "@/lib/windows";

interface RowsFileProps {
  title: string;
  rows: readonly Listed[];
  window: Span;
  onSaved: () => void;
}

/** Nothing to be seen: writes the file as soon as its words are there. */
export default function RowsFile(props: RowsFileProps) {
  return <AddedWords part="rows"><Written {...props} /></AddedWords>;
}

function Written({ title, rows, window, onSaved }: RowsFileProps) {
  const t = useTranslations();
  const inMs = useInMs();
  useLayoutEffect(() => {
    const header = [
      t("rows.rank"), t("rows.before"), t("rows.name"), t("rows.artist"), inMs(t("rhythm.time")), t("lists.streams"), t("rhythm.playsColumn"),
      t("rows.share"), t("rows.first"), t("rows.last"),
    ];
    const text = csv([header, ...rows.map((row) => [
      row.rank, row.rankBefore, row.name, row.by, row.ms_played, row.streams, row.plays, row.share, row.firstPlayed, row.lastPlayed,
    ])]);
    saveFile(fileName(title, window, "csv"), "text/csv;charset=utf-8", text);
    onSaved();
  }, [inMs, onSaved, rows, t, title, window]);
  return null;
}
