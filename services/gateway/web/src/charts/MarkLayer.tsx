"use client";

import { useRouter } from "next/navigation";
import { memo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
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
 * A layer of its own, because an image holds nothing that can be reached.
 */
export const MarkLayer = memo(function MarkLayer({ drawing, name, onShow }: MarkLayerProps) {
  const { width, height, marks, step } = drawing;
  const layer = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const router = useRouter();
  const doors = useDoors();
  const current = Math.min(at, marks.length - 1);

  const walk = (event: KeyboardEvent) => {
    const to = targetOf(event.key, current, marks.length, step);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    layer.current?.querySelectorAll("a")[to]?.focus();
  };
  const follow = (event: MouseEvent, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  };

  return (
    <svg
      ref={layer} className="marks" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={name}
      onKeyDown={walk} onPointerLeave={() => onShow(null)} onBlur={() => onShow(null)}
    >
      {marks.map(({ key, label, href, area }, index) => (
        <a
          key={key} tabIndex={index === current ? 0 : -1} aria-label={label}
          {...(doors ? { href, onClick: (event: MouseEvent) => follow(event, href) } : { role: "img" })}
          onPointerEnter={() => onShow(label)}
          onFocus={() => {
            setAt(index);
            onShow(label);
          }}
        >
          {area}
        </a>
      ))}
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
