"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "@/lib/copy";

/** Something to take away, and the button that copies it. */
export function CopyField({ text, name }: { text: string; name?: string }) {
  const t = useTranslations("copy");
  const code = useRef<HTMLElement>(null);
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    if (code.current) setState((await copyText(code.current)) ? "copied" : "failed");
  };
  return (
    <div className="copy-field">
      <code ref={code} className="token">{text}</code>
      <button type="button" className="btn" aria-label={name && state !== "copied" ? t("copyNamed", { name }) : undefined} onClick={() => void copy()}>
        {state === "copied" ? t("copied") : t("copy")}
      </button>
      <span className="small q" role="status">{state === "failed" && t("failed")}</span>
    </div>
  );
}
