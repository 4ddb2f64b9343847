"use client";

import { memo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { firstOfMonth } from "@/lib/dates";
import { placesOf, withEnd, type End, type Month } from "@/lib/life";
import type { Span } from "@/lib/windows";
import { StripBars } from "./StripBars";
import { StripHandle } from "./StripHandle";

const WIDTH = 1200;
const TOP = -8;
const HEIGHT = 78;
const BASE = 46;
const FEWEST_YEARS_APART = 60; // so many units between two years in the axis at least

interface LifeStripProps {
  months: readonly Month[];
  span: Span;
  /** What it is compared with. */
  versus: Span | null;
  /** A handle moves: show it, ask nothing yet. */
  onMove: (span: Span) => void;
  /** It was let go. */
  onRelease: () => void;
}

/** All months of a life, the window framed: where one is in one's own time, and a way to pick a window by dragging. */
export function LifeStrip({ months, span, versus, onMove, onRelease }: LifeStripProps) {
  const t = useTranslations("window");
  const format = useFormat();
  const svg = useRef<SVGSVGElement>(null);
  const step = WIDTH / months.length;
  const places = placesOf(span, months);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;

  const placeAt = (clientX: number) => {
    const box = svg.current?.getBoundingClientRect();
    return box ? Math.floor(((clientX - box.left) / box.width) * months.length) : 0;
  };
  const name = (month: Month) => format.month(firstOfMonth(month.year, month.month));
  const handle = (end: End) => {
    const place = places[end];
    const month = months[place] ?? first;
    return (
      <StripHandle
        end={end} x={end === "from" ? place * step : (place + 1) * step} label={t(end === "from" ? "firstMonth" : "lastMonth")}
        place={place} last={months.length - 1} text={name(month)}
        onMove={(to) => onMove(withEnd(span, end, to, months))} onDrag={(x) => onMove(withEnd(span, end, placeAt(x), months))} onRelease={onRelease}
      />
    );
  };

  const [from, width] = [places.from * step, (places.to - places.from + 1) * step];
  return (
    <svg ref={svg} className="strip" viewBox={`0 ${TOP} ${WIDTH} ${HEIGHT}`} role="group" aria-label={t("strip", { from: name(first), to: name(last) })}>
      <StripBars months={months} step={step} base={BASE} />
      <svg className="in" x={from} y={TOP} width={width} height={HEIGHT} viewBox={`${from} ${TOP} ${width} ${HEIGHT}`}>
        <StripBars months={months} step={step} base={BASE} />
      </svg>
      <Years months={months} step={step} />
      <line x1="0" x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
      {versus && <Underlined {...placesOf(versus, months)} step={step} />}
      <rect className="frame" x={from} y="-6" width={width} height="58" rx="6" />
      {handle("from")}
      {handle("to")}
    </svg>
  );
}

function Underlined({ from, to, step }: Record<End, number> & { step: number }) {
  return <rect className="versus-months" x={from * step} y={BASE + 2} width={(to - from + 1) * step} height="4" rx="2" />;
}

const Years = memo(function Years({ months, step }: { months: readonly Month[]; step: number }) {
  const every = Math.max(1, Math.ceil(FEWEST_YEARS_APART / (step * 12)));
  return months.map(({ year, month }, place) =>
    month === 1 && year % every === 0 ? <text key={year} x={place * step} y="66">{year}</text> : null,
  );
});
