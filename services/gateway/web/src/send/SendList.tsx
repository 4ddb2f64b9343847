"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Sending } from "./queue";
import { SendRow } from "./SendRow";

/** Lines of what is on its way. A line that leaves gives the focus to the list, or to the page where it was the last. */
export function SendList({ sendings }: { sendings: readonly Sending[] }) {
  const t = useTranslations("sending");
  const list = useRef<HTMLUListElement>(null);
  const onLeave = () => (sendings.length > 1 ? list.current : document.getElementById("content"))?.focus({ preventScroll: true });
  return (
    <ul ref={list} className="sends" tabIndex={-1} aria-label={t("list")}>
      {sendings.map((sending) => <SendRow key={sending.id} sending={sending} onLeave={onLeave} />)}
    </ul>
  );
}
