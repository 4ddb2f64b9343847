"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useUploads } from "@/api/queries";
import { UploadProgress } from "@/imports/UploadProgress";
import { sentOf, type Sending } from "./queue";
import { useSend } from "./SendProvider";
import { useSendWords } from "./useSendWords";

interface SendRowProps {
  sending: Sending;
  /** Before the row leaves with the focus in it. */
  onLeave: () => void;
}

/** One line of what is on its way: bytes, then what became of it, with the one thing to do about it. */
export function SendRow({ sending, onLeave }: SendRowProps) {
  const t = useTranslations("sending");
  const words = useSendWords();
  const { id, status, bytes } = sending;
  const name = words.name(sending);
  const failed = status.phase === "failed";

  return (
    <li className={`send ${status.phase}`}>
      <div className="send-text">
        <p className="tt"><bdi>{name}</bdi></p>
        {status.phase === "arrived" ? (
          <Arrived uploads={status.uploads} />
        ) : (
          <p className={failed ? "small bad" : "small q num"} role={failed ? "alert" : undefined}>{words.status(sending)}</p>
        )}
        {status.phase === "sending" && <progress className="thin" value={sentOf(sending)} max={bytes} aria-label={t("progressOf", { name })} />}
      </div>
      <Acts sending={sending} name={name} onLeave={onLeave} key={id} />
    </li>
  );
}

function Acts({ sending, name, onLeave }: SendRowProps & { name: string }) {
  const t = useTranslations();
  const { remove, retry } = useSend();
  const { id, status } = sending;
  const take = () => {
    onLeave();
    remove(id);
  };
  const [label, said] = {
    waiting: [t("sending.stop"), t("sending.stopNamed", { name })],
    sending: [t("sending.stop"), t("sending.stopNamed", { name })],
    failed: [t("sending.leave"), t("sending.leaveNamed", { name })],
    arrived: [t("common.close"), t("sending.closeNamed", { name })],
  }[status.phase];
  const again = status.phase === "failed" && status.problem !== "empty";
  return (
    <div className="send-acts">
      {again && <button type="button" className="btn main" aria-label={t("sending.againNamed", { name })} onClick={() => retry(id)}>{t("common.tryAgain")}</button>}
      <button type="button" className="btn" aria-label={said} onClick={take}>{label}</button>
    </div>
  );
}

/** What the server makes of it now, and the way to watch it. */
function Arrived({ uploads }: { uploads: readonly string[] }) {
  const t = useTranslations("sending");
  const [only] = uploads;
  const upload = useUploads().data?.find(({ id }) => id === only);
  const href = uploads.length === 1 ? `/imports/?id=${only}` : "/imports/";
  return (
    <>
      <p className="small q num">{upload && uploads.length === 1 ? <UploadProgress upload={upload} /> : t("arrived")}</p>
      <Link className="small" href={href} prefetch={false}>{t("watch")}</Link>
    </>
  );
}
