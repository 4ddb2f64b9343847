"use client";

import { useLayoutEffect, useRef } from "react";
import { standalone } from "./standalone";
import type { Drawing, Key } from "./types";

/** The picture is as wide as this, whatever the window: it is looked at elsewhere. */
const WIDTH = 960;
const MARGIN = 32;
const TITLE = 24;
const LINE = 24;
const SWATCH = 22;
/** A sign of 13 px is about so wide. */
const SIGN = 7;

interface PictureProps {
  title: string;
  /** Below the title: the window, and what the picture shows. */
  lines: readonly string[];
  keys: readonly Key[];
  draw: (width: number) => Drawing;
  onDrawn: (svg: string) => void;
}

/** A chart with its title and its legend as one drawing, made unseen to be saved. */
export function Picture({ title, lines, keys, draw, onDrawn }: PictureProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { shapes, height } = draw(WIDTH - 2 * MARGIN);
  const legendAt = MARGIN + TITLE + lines.length * LINE + LINE;
  const top = (keys.length > 0 ? legendAt : legendAt - LINE) + MARGIN;

  useLayoutEffect(() => {
    if (svg.current) onDrawn(standalone(svg.current));
  }, [onDrawn]);
  return (
    <div className="plot picture" aria-hidden="true">
      <svg ref={svg} viewBox={`0 0 ${WIDTH} ${top + height + MARGIN}`} width={WIDTH} height={top + height + MARGIN}>
        <rect className="picture-paper" width="100%" height="100%" />
        <text className="start picture-title" x={MARGIN} y={MARGIN + TITLE}>{title}</text>
        {lines.map((line, index) => <text key={line} className="start" x={MARGIN} y={MARGIN + TITLE + (index + 1) * LINE}>{line}</text>)}
        <Keys keys={keys} y={legendAt} />
        <g transform={`translate(${MARGIN} ${top})`}>{shapes}</g>
      </svg>
    </div>
  );
}

function Keys({ keys, y }: { keys: readonly Key[]; y: number }) {
  let x = MARGIN;
  return keys.map(({ swatch, text = "" }, index) => {
    const at = x;
    const words = at + (swatch ? SWATCH + 6 : 0);
    x = swatch && !text ? at + SWATCH : words + text.length * SIGN + 8;
    return (
      <g key={index}>
        {swatch === "line-before" && <line className="before" x1={at} x2={at + SWATCH} y1={y - 4.5} y2={y - 4.5} />}
        {swatch && swatch !== "line-before" && <rect className={swatch === "col" ? swatch : `day ${swatch}`} x={at} y={y - 12} width="14" height="14" rx="3" />}
        {text && <text className="start" x={words} y={y}>{text}</text>}
      </g>
    );
  });
}
