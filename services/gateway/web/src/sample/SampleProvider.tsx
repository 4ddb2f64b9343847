"use client";

import { createContext, lazy, Suspense, useContext, useMemo, useState, type ReactNode } from "react";
import type { Picture, Preview } from "@/api/types";

const SampleBar = lazy(() => import("./SampleBar"));

export interface Sample {
  title: string;
  artist: string;
  picture: Picture | null;
  preview: Preview;
  link: string | null;
}

interface SampleControl {
  playing: Sample | null;
  play: (sample: Sample) => void;
  stop: () => void;
}

const SampleContext = createContext<SampleControl | null>(null);

export function useSample(): SampleControl {
  const control = useContext(SampleContext);
  if (!control) throw new Error("useSample outside SampleProvider");
  return control;
}

/** One sample at a time, started by a click only; before that nothing is asked of anybody. */
export function SampleProvider({ children }: { children: ReactNode }) {
  const [playing, setPlaying] = useState<Sample | null>(null);
  const control = useMemo(() => ({ playing, play: setPlaying, stop: () => setPlaying(null) }), [playing]);
  return (
    <SampleContext.Provider value={control}>
      {children}
      {playing && (
        <Suspense>
          <SampleBar key={playing.preview.url} sample={playing} onStop={control.stop} />
        </Suspense>
      )}
    </SampleContext.Provider>
  );
}
