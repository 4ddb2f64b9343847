"use client";

import { useTranslations } from "use-intl";
import type { UploadFile } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { fileErrorOf } from "./serverWords";

const FORMATS = { extended: "extended", account: "accountData", nachklang: "nachklang", ignored: "ignored" } as const;

/** Each file with its own account, in the archive's order; before everything is added up only what was read is known. */
export function FileTable({ files, counted }: { files: readonly UploadFile[]; counted: boolean }) {
  const t = useTranslations("account");
  return (
    <table className="num files">
      <caption className="sr">{t("files")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("file")}</th>
          <th scope="col" className="r">{t("fileRead")}</th>
          <th scope="col" className="r">{t("fileImported")}</th>
          <th scope="col" className="r hide-s">{t("fileDuplicate")}</th>
          <th scope="col" className="r hide-s">{t("fileRejected")}</th>
        </tr>
      </thead>
      <tbody>{files.map((file, index) => <FileRow key={index} file={file} counted={counted} />)}</tbody>
    </table>
  );
}

function FileRow({ file, counted }: { file: UploadFile; counted: boolean }) {
  const t = useTranslations("account");
  const format = useFormat();
  const rows = file.format === "ignored" ? null : file.rows;
  const known = (value: number | undefined) => (rows && value !== undefined ? format.count(value) : "–");
  const later = (value: number | undefined) => (counted ? known(value) : "–");
  return (
    <tr>
      <td className="fn">
        <bdi>{file.name}</bdi>
        <span className="st">{t(FORMATS[file.format])}</span>
        {rows && counted && (
          <span className="st show-s">{t("fileSmall", { duplicate: format.count(rows.duplicate), rejected: format.count(rows.rejected) })}</span>
        )}
        {file.error && <Broken error={file.error} read={rows?.read ?? 0} />}
      </td>
      <td className="r">{known(rows?.read)}</td>
      <td className="r">{later(rows?.imported)}</td>
      <td className="r hide-s">{later(rows?.duplicate)}</td>
      <td className="r hide-s">{known(rows?.rejected)}</td>
    </tr>
  );
}

/** Why not all of a file was read, and what of it counts all the same. */
function Broken({ error, read }: { error: string; read: number }) {
  const t = useTranslations("account");
  const known = fileErrorOf(error);
  return <span className="st bad">{known ? t(known.name, known) : error} {known?.name === "breaksAt" && t("breaks", { count: read })}</span>;
}
