"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isFinal, useUploads } from "@/api/queries";
import type { Me } from "@/api/types";
import { hourIn } from "@/lib/dates";
import { DropZone } from "@/send/DropZone";
import { SendList } from "@/send/SendList";
import { SendProgress } from "@/send/SendProgress";
import { useHosted } from "@/send/SendProvider";
import { useFollow } from "@/send/useFollow";
import { Steps } from "./Steps";

const MORNING_ENDS = 11;
const EVENING_BEGINS = 18;
const NIGHT_ENDS = 5;

function greeting(hour: number): "morning" | "day" | "evening" {
  if (hour >= EVENING_BEGINS || hour < NIGHT_ENDS) return "evening";
  return hour < MORNING_ENDS ? "morning" : "day";
}

/** Signed in, and no play known yet. `picker` leads to those who have some and share them. */
export default function QuietPage({ me, picker }: { me: Me; picker: ReactNode }) {
  const t = useTranslations("quiet");
  const sendings = useHosted();
  useFollow();
  const running = useUploads().data?.find((upload) => !isFinal(upload));
  if (sendings.some(({ status }) => status.phase !== "failed")) return <SendProgress sendings={sendings} />;
  return (
    <>
      {sendings.length > 0 && <SendList sendings={sendings} />}
      <div className="start">
        <div>
          <h1>{t(greeting(hourIn(me.time_zone, new Date())), { name: me.name })}</h1>
          <p className="lead">{t("lead")}</p>
          <div className="quiet-picker">{picker}</div>
          {running && <p><Link className="btn" href={`/imports/?id=${running.id}`}>{t("running")}</Link></p>}
        </div>
        <DropZone />
      </div>
      <Steps />
    </>
  );
}
