"use client";

import { useRouter } from "next/navigation";
import { memo, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react";
import { flushSync } from "react-dom";
import { useDoors } from "@/components/doors";
import type { Drawing } from "./types";

interface MarkLayerProps {
  drawing: Drawing;
  name: string;
  /** The value that is pointed at or walked to; null when none is. */
  onShow: (label: string | null) => void;
}

/**
 * The marks of a chart as links that lie over its picture: one tab stop, arrows walk them, Enter opens the plays,
 * or in another's history nothing.
 * A layer of its own, because an image holds nothing that can be reached; only the mark that is walked to and the one that is
 * pointed at are there, since a calendar has hundreds.
 */
export const MarkLayer = memo(function MarkLayer({ drawing, name, onShow }: MarkLayerProps) {
  const { width, height, marks, step } = drawing;
  const layer = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const router = useRouter();
  const doors = useDoors();
  const current = Math.min(at, marks.count - 1);
  const there = pointed === null || pointed === current || pointed >= marks.count ? [current] : [current, pointed];

  const walk = (event: KeyboardEvent) => {
    const to = targetOf(event.key, current, marks.count, step);
    if (to === null) return;
    event.preventDefault();
    flushSync(() => setAt(to));
    layer.current?.querySelector<SVGAElement>("a[tabindex='0']")?.focus();
  };
  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const found = marks.find(((clientX - box.left) / box.width) * width, ((clientY - box.top) / box.height) * height);
    if (found === pointed) return;
    setPointed(found);
    onShow(found === null ? null : marks.at(found).label);
  };
  const follow = (event: MouseEvent, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  };
  const leave = ({ pointerType }: PointerEvent) => {
    // A finger leaves before its tap has become a click, which needs the link to be there.
    if (pointerType === "mouse") setPointed(null);
    onShow(null);
  };

  return (
    <svg
      ref={layer} className="marks" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={name}
      onKeyDown={walk} onPointerMove={point} onPointerDown={point} onPointerLeave={leave} onBlur={() => onShow(null)}
    >
      {marks.count > 0 && there.map((index) => {
        const { key, label, href, area } = marks.at(index);
        return (
          <a
            key={key} tabIndex={index === current ? 0 : -1} aria-label={label}
            {...(doors ? { href, onClick: (event: MouseEvent) => follow(event, href) } : { role: "img" })}
            onFocus={() => {
              setAt(index);
              onShow(label);
            }}
          >
            {area}
          </a>
        );
      })}
    </svg>
  );
});

function targetOf(key: string, at: number, count: number, { across, down }: Drawing["step"]): number | null {
  const moves: Record<string, number> = {
    ArrowLeft: at - across,
    ArrowRight: at + across,
    ArrowUp: at - down,
    ArrowDown: at + down,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  if (to === undefined) return null;
  return to >= 0 && to < count ? to : at;
}
