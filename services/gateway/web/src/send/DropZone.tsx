"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { HalfRings } from "@/components/HalfRings";
import { UploadIcon } from "@/components/Icons";
import { useSend } from "./SendProvider";

const FILE = "my_spotify_data.zip";
const ACCEPT = ".zip,.json,application/zip,application/json";

/** Where an export is dropped; before the sign-in it only shows where that will be, for a file can't survive the redirect. */
export function DropZone() {
  const t = useTranslations("drop");
  const { usable, send } = useSend();
  const input = useRef<HTMLInputElement>(null);
  const file = () => <bdi>{FILE}</bdi>;

  return (
    <div className={usable ? "drop ready" : "drop"} role="group" aria-label={t("group")}>
      <p className="disp">{usable ? t.rich("titleIn", { file }) : t.rich("titleOut", { file })}</p>
      <p className="q">{t("text")}</p>
      {usable ? (
        <button type="button" className="btn main" onClick={() => input.current?.click()}>
          <UploadIcon />
          {t("choose")}
        </button>
      ) : (
        <button type="button" className="btn off" aria-disabled="true">
          <UploadIcon />
          {t("chooseOut")}
        </button>
      )}
      <input
        ref={input} type="file" hidden multiple accept={ACCEPT} disabled={!usable} aria-label={t("choose")}
        onChange={(event) => {
          send([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <HalfRings />
    </div>
  );
}
