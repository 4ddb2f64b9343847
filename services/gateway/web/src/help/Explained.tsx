"use client";

import { startTransition, useState } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";

/** As `Help`, for what is defined by the page itself: paragraphs, parted by a line. */
export function Explained({ name, text }: { name: string; text: string }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const close = () => startTransition(() => setOpen(false));
  return (
    <>
      <button type="button" className="help" aria-label={t("help.of", { name })} onClick={() => setOpen(true)}>?</button>
      {open && (
        <Sheet label={name} onClose={close}>
          <SheetHead onClose={close}>
            <p className="small q">{t("help.title")}</p>
            <p className="disp">{name}</p>
          </SheetHead>
          <div className="definition">{text.split("\n").map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
        </Sheet>
      )}
    </>
  );
}
