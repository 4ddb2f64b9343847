"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { keys } from "@/api/keys";
import { CopyField } from "@/components/CopyField";
import { OutIcon } from "@/components/Icons";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";
import { useReason } from "@/components/useReason";
import { AddedWords } from "@/intl/AddedWords";
import { useFormat } from "@/intl/useFormat";
import type { Window } from "@/listening/useWindow";

interface ShareSheetProps {
  csrf: string;
  window: Window;
  onClose: () => void;
}

/** Says what a public page holds before it makes one; then gives its link. */
export default function ShareSheet(props: ShareSheetProps) {
  return <AddedWords part="pages"><Share {...props} /></AddedWords>;
}

function Share({ csrf, window, onClose }: ShareSheetProps) {
  const t = useTranslations();
  const format = useFormat();
  const client = useQueryClient();
  const { from, to, by } = window;
  const make = useMutation({
    mutationFn: () => accountApi.share(csrf, { from, to, by }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.shares }),
  });
  const refusal = useReason(make.error);
  return (
    <Sheet label={t("shares.sheet")} onClose={onClose}>
      <SheetHead onClose={onClose}>
        <p className="small q">{t("shares.sheet")}</p>
        <p className="disp">{format.range(from, to)}</p>
      </SheetHead>
      {make.data ? <Made url={make.data.url} /> : (
        <>
          <ul className="plain-list">
            <li>{t("shares.frozen")}</li>
            <li>{t("shares.everybody")}</li>
            <li>{t("shares.noPrivate")}</li>
            <li>{t("shares.revocable")}</li>
          </ul>
          {make.isError && <p className="form-error bad" role="alert">{refusal}</p>}
          <div className="acts2"><button type="button" className="btn main" disabled={make.isPending} onClick={() => make.mutate()}>{t("shares.make")}</button></div>
        </>
      )}
    </Sheet>
  );
}

function Made({ url }: { url: string }) {
  const t = useTranslations();
  return (
    <div className="made" role="status">
      <p>{t("shares.ready")}</p>
      <CopyField text={url} />
      <p className="controls">
        <a className="link" href={url} target="_blank" rel="noreferrer">{t("shares.look")} <OutIcon /><span className="sr"> ({t("common.newTab")})</span></a>
        <Link className="link" href="/settings/#shares" prefetch={false}>{t("shares.all")}</Link>
      </p>
    </div>
  );
}
