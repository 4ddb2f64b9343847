"use client";

import { useMemo } from "react";
import type { Drawing } from "./types";
import { MarkLayer } from "./MarkLayer";
import { useWidth } from "./useWidth";

interface PlotProps {
  /** One sentence: what a listener hears instead of the picture. */
  name: string;
  draw: (width: number) => Drawing;
  onShow: (label: string | null) => void;
}

/** A chart drawn for the width that it has, with its marks over it. */
export function Plot({ name, draw, onShow }: PlotProps) {
  const [place, width] = useWidth();
  const drawing = useMemo(() => (width > 0 ? draw(width) : null), [draw, width]);
  return (
    <div ref={place} className="plot">
      {drawing && (
        <>
          <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} width={drawing.width} height={drawing.height} role="img" aria-label={name}>
            {drawing.shapes}
          </svg>
          <MarkLayer drawing={drawing} name={name} onShow={onShow} />
        </>
      )}
    </div>
  );
}
