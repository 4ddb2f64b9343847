"use client";

import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";

/** What to call an import: as the file was named that was sent, else its only file, else how many it had. */
export function useUploadName(): (upload: Upload) => string {
  const t = useTranslations("imports");
  return ({ filename, files }) => {
    const [first] = files;
    return filename ?? (files.length === 1 && first ? first.name : t("name", { count: files.length }));
  };
}
