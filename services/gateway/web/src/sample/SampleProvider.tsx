"use client";

import { createContext, Suspense, useContext, useMemo, useState, type ReactNode } from "react";
import type { Picture, Preview } from "@/api/types";
import { late } from "@/lib/late";

const SampleBar = late(() => import("./SampleBar"));

export interface Sample {
  title: string;
  artist: string;
  picture: Picture | null;
  preview: Preview;
  link: string | null;
}

interface SampleControl {
  playing: Sample | null;
  /** `starter` is the button that was pressed: it gets the focus back. */
  play: (sample: Sample, starter: HTMLElement) => void;
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
  const [started, setStarted] = useState<{ sample: Sample; starter: HTMLElement } | null>(null);
  const control = useMemo<SampleControl>(
    () => ({
      playing: started?.sample ?? null,
      play: (sample, starter) => setStarted({ sample, starter }),
      stop: () => setStarted(null),
    }),
    [started],
  );
  return (
    <SampleContext.Provider value={control}>
      {children}
      {started && (
        <Suspense>
          <SampleBar key={started.sample.preview.url} {...started} onStop={control.stop} />
        </Suspense>
      )}
    </SampleContext.Provider>
  );
}
