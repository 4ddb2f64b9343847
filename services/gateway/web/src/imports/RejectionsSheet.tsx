"use client";

import { useTranslations } from "use-intl";
import { useRejections } from "@/api/queries";
import type { Upload } from "@/api/types";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { Reason } from "./Reasons";
import { byFile } from "./rejections";
import { SaveRejections } from "./SaveRejections";

/** Every rejected row: file by file, by its row, with the reason; and all of them as a file. */
export default function RejectionsSheet({ upload, onClose }: { upload: Upload; onClose: () => void }) {
  const t = useTranslations("rejections");
  return (
    <Sheet label={t("title")} onClose={onClose} className="detail">
      <SheetHead onClose={onClose}><p className="disp">{t("title")}</p></SheetHead>
      <p className="q">{t("lead")}</p>
      <SaveRejections upload={upload} />
      <Rows upload={upload} />
    </Sheet>
  );
}

function Rows({ upload }: { upload: Upload }) {
  const t = useTranslations("rejections");
  const common = useTranslations("common");
  const rows = useRejections(upload.id);
  if (rows.status === "error" && !rows.data) return <Trouble title={t("error")} error={rows.error} retry={rows.retry} />;
  if (!rows.data) return <p className="late q" aria-busy="true">{common("loading")} …</p>;
  if (rows.data.length === 0) return <p className="q">{t("empty")}</p>;
  return (
    <>
      {byFile(rows.data).map(({ file, rows: found }) => <RejectedFile key={file} name={file} rows={found} upload={upload} />)}
      {rows.status === "error" && <Trouble title={t("error")} text={t("errorText")} error={rows.error} />}
      {rows.more && <p className="more"><button type="button" className="btn" aria-disabled={rows.loadingMore} onClick={() => !rows.loadingMore && rows.more?.()}>{t("more")}</button></p>}
    </>
  );
}

interface RejectedFileProps {
  name: string;
  rows: readonly { row: number; reason: string }[];
  upload: Upload;
}

/** The rejected rows of one file, and how much of it was read. */
function RejectedFile({ name, rows, upload }: RejectedFileProps) {
  const t = useTranslations("rejections");
  const format = useFormat();
  const counted = upload.files.find((file) => file.name === name)?.rows;
  return (
    <table className="num files">
      <caption>
        <bdi className="tt">{name}</bdi>
        {counted && <span className="st">{t("ofFile", { rejected: format.count(counted.rejected), read: counted.read })}</span>}
      </caption>
      <thead className="sr"><tr><th scope="col">{t("row")}</th><th scope="col">{t("reason")}</th></tr></thead>
      <tbody>
        {rows.map(({ row, reason }) => (
          <tr key={row}><td className="row-number">{format.count(row)}</td><td><Reason text={reason} /></td></tr>
        ))}
      </tbody>
    </table>
  );
}
