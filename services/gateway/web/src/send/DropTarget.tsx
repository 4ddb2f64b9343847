"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { HalfRings } from "@/components/HalfRings";
import { filesOf } from "./dropped";

/** The whole window takes files; while some hover above it, it says so. Without a taker it says why, and the browser does not open them. */
export function DropTarget({ onFiles }: { onFiles: ((files: readonly File[]) => void) | null }) {
  const t = useTranslations("drop");
  const [above, setAbove] = useState(false);

  useEffect(() => {
    // Entering a child leaves its parent: only the balance tells whether the files are still above the window.
    let depth = 0;
    const move = (step: number) => (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += step;
      setAbove(depth > 0);
    };
    const enter = move(1);
    const over = move(0);
    const leave = move(-1);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setAbove(false);
      if (onFiles) void filesOf(event.dataTransfer).then(onFiles);
    };
    const handlers = { dragenter: enter, dragover: over, dragleave: leave, drop };
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name, handler as EventListener);
    };
  }, [onFiles]);

  if (!above) return null;
  return (
    <div className="droplayer" role="status">
      <div>
        <p className="disp">{t(onFiles ? "release" : "signInFirst")}</p>
        <p className="q">{t(onFiles ? "releaseText" : "signInFirstText")}</p>
      </div>
      <HalfRings />
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
