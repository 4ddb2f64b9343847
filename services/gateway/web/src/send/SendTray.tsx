"use client";

import Link from "next/link";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { AddedWords } from "@/intl/AddedWords";
import type { Sending } from "./queue";
import { SendList } from "./SendList";

/** Lines that the tray shows; the rest stands under Imports. */
const SHOWN = 2;
const URGENCY = { failed: 0, sending: 1, arrived: 2, waiting: 3 } as const;

/** In a corner of every page that does not show the sendings itself: what is on its way, small. */
export default function SendTray({ sendings }: { sendings: readonly Sending[] }) {
  return <AddedWords part="pages"><Tray sendings={sendings} /></AddedWords>;
}

function Tray({ sendings }: { sendings: readonly Sending[] }) {
  const t = useTranslations("sending");
  const rest = sendings.length - SHOWN;

  useEffect(() => {
    document.documentElement.classList.add("has-tray");
    return () => document.documentElement.classList.remove("has-tray");
  }, []);

  return (
    <section className="tray sheet" aria-label={t("tray")}>
      <SendList sendings={firstOf(sendings)} />
      {rest > 0 && <p className="small"><Link href="/imports/" prefetch={false}>{t("more", { count: rest })}</Link></p>}
    </section>
  );
}

/** Those that matter most at the moment, in the order in which they were dropped. */
function firstOf(sendings: readonly Sending[]): readonly Sending[] {
  if (sendings.length <= SHOWN) return sendings;
  const byUrgency = [...sendings].sort((a, b) => URGENCY[a.status.phase] - URGENCY[b.status.phase]);
  const chosen = new Set(byUrgency.slice(0, SHOWN));
  return sendings.filter((sending) => chosen.has(sending));
}
