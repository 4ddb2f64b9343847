import type { ReactNode } from "react";
import { RingsArt } from "./RingsArt";

/** The empty state of every part: says why there is nothing, and what to do. `seed` picks the rings. */
export function Nothing({ title, seed, children }: { title: string; seed: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <RingsArt name={seed} />
      <div>
        <p className="disp">{title}</p>
        {children}
      </div>
    </div>
  );
}
