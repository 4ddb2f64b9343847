"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { fileName, saveFile } from "@/lib/files";
import type { ChartProps } from "./Chart";
import { Picture } from "./Picture";
import { SaveData } from "./SaveData";
import type { Key } from "./types";

type SaveChartProps = Pick<ChartProps, "title" | "name" | "window" | "draw" | "table"> & { keys: readonly Key[] };

/** What a chart shows as files: its values as CSV, its picture as SVG. */
export function SaveChart({ title, name, window, draw, table, keys }: SaveChartProps) {
  const t = useTranslations("charts");
  const format = useFormat();
  const [drawing, setDrawing] = useState(false);

  const savePicture = (svg: string) => {
    saveFile(fileName(title, window, "svg"), "image/svg+xml", svg);
    setDrawing(false);
  };
  return (
    <div className="chart-files">
      <SaveData title={title} window={window} table={table} />
      <button type="button" className="plain small" aria-label={t("savePictureOf", { title })} onClick={() => setDrawing(true)}>{t("savePicture")}</button>
      {drawing && <Picture title={title} lines={[format.range(window.from, window.to), name]} keys={keys} draw={draw} onDrawn={savePicture} />}
    </div>
  );
}
