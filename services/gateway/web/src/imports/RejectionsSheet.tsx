"use client";

import { useTranslations } from "use-intl";
import { useRejections } from "@/api/queries";
import { Sheet } from "@/components/Sheet";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { Reason } from "./Reasons";

/** Every rejected row: file, row, reason. */
export function RejectionsSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("rejections");
  const common = useTranslations("common");
  return (
    <Sheet label={t("title")} onClose={onClose} className="detail">
      <div className="detail-head">
        <div className="detail-title"><p className="disp">{t("title")}</p></div>
        <button type="button" className="btn" onClick={onClose}>{common("close")}</button>
      </div>
      <Rows id={id} />
    </Sheet>
  );
}

function Rows({ id }: { id: string }) {
  const t = useTranslations("rejections");
  const common = useTranslations("common");
  const format = useFormat();
  const rows = useRejections(id);
  if (rows.status === "error") return <Trouble title={t("error")} text="" error={rows.error} retry={rows.retry} />;
  if (!rows.data) return <p className="late q" aria-busy="true">{common("loading")} …</p>;
  if (rows.data.length === 0) return <p className="q">{t("empty")}</p>;
  return (
    <>
      <table className="num files">
        <thead><tr><th scope="col">{t("file")}</th><th scope="col" className="r">{t("row")}</th><th scope="col" className="why">{t("reason")}</th></tr></thead>
        <tbody>
          {rows.data.map((row, index) => (
            <tr key={index}><td className="fn"><bdi>{row.file}</bdi></td><td className="r">{format.count(row.row)}</td><td className="why"><Reason text={row.reason} /></td></tr>
          ))}
        </tbody>
      </table>
      {rows.more && <p className="more"><button type="button" className="btn" disabled={rows.loadingMore} onClick={rows.more}>{t("more")}</button></p>}
    </>
  );
}
