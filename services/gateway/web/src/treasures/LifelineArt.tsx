"use client";

import { useTranslations } from "use-intl";
import type { Lifeline } from "@/api/parts";
import { useFormat } from "@/intl/useFormat";
import { lifeBars, monthOf, ordinalOf, type LifeBar } from "@/lib/lifeline";
import { largest } from "@/lib/rhythm";

interface LifelineArtProps {
  months: Lifeline;
  /** The whole history: its first and last month. */
  life: { first: string; last: string };
  /** The first of the recent days. */
  recentFrom: string;
}

const STEP = 4;
const HEIGHT = 30;

/** Love and silence at a glance: playing time by month over the whole history, a mark where the recent days begin. */
export function LifelineArt({ months, life, recentFrom }: LifelineArtProps) {
  const t = useTranslations("treasures");
  const format = useFormat();
  const bars = lifeBars(months, life.first, recentFrom);
  const peak = bars[largest(bars.map(({ ms }) => ms))];
  const long = Math.max(peak?.ms ?? 0, 1);
  const width = (ordinalOf(life.last) - ordinalOf(life.first) + 1) * STEP;
  const mark = (ordinalOf(recentFrom) - ordinalOf(life.first)) * STEP;
  const name = t("lifeline", {
    from: format.month(`${months.first_month}-01`),
    to: format.month(`${monthOf(ordinalOf(months.first_month) + months.ms_played.length - 1)}-01`),
    most: format.month(`${peak?.month ?? months.first_month}-01`),
  });
  return (
    <svg className="lifeline" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={name}>
      <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      <path className="col" d={path(bars.filter(({ recent }) => !recent), long)} />
      <path className="col peak" d={path(bars.filter(({ recent }) => recent), long)} />
      {mark >= 0 && <line className="mark" x1={mark} x2={mark} y1="0" y2={HEIGHT} />}
    </svg>
  );
}

/** All of them as one shape: a page has many lifelines, and a long life many months. */
function path(bars: readonly LifeBar[], long: number): string {
  return bars.map(({ place, ms }) => {
    const height = Math.max((ms / long) * (HEIGHT - 2), 1.5);
    return `M${place * STEP + 0.5} ${HEIGHT - 1 - height}h${STEP - 1}v${height}h${1 - STEP}z`;
  }).join("");
}
