"use client";

import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { StopIcon } from "@/components/Icons";
import { useKeys } from "@/keys/useKeys";
import { AudioSample } from "./AudioSample";
import type { Sample } from "./SampleProvider";
import { useEscape } from "./useEscape";

interface SampleBarProps {
  sample: Sample;
  starter: HTMLElement;
  onStop: () => void;
}

/**
 * At the bottom edge: the owner's player for an embed, a bar of our own for a plain file. A sample that was started in a
 * sheet plays in that sheet, since nothing outside of it can be reached, and ends with it.
 */
export default function SampleBar({ sample, starter, onStop }: SampleBarProps) {
  const t = useTranslations("sample");
  const place = useRef<HTMLElement>(null);
  const sheet = starter.closest("dialog");
  const stop = () => {
    starter.focus();
    onStop();
  };
  const end = () => (place.current?.contains(document.activeElement) ? stop() : onStop());
  useEscape(stop);
  useKeys({ " ": stop });
  useEffect(() => {
    sheet?.addEventListener("close", onStop);
    return () => sheet?.removeEventListener("close", onStop);
  }, [sheet, onStop]);
  useEffect(() => {
    document.documentElement.classList.add("has-sample");
    return () => document.documentElement.classList.remove("has-sample");
  }, []);

  const bar = (
    <section ref={place} className="samplebar sheet" aria-label={t("bar")}>
      {sample.preview.kind === "embed" ? (
        <iframe src={sample.preview.url} height={80} title={t("frame", { title: sample.title })} allow="autoplay; encrypted-media" />
      ) : (
        <AudioSample sample={sample} onEnd={end} />
      )}
      <button type="button" className="play" aria-label={t("stop")} title={t("stop")} onClick={stop}><StopIcon /></button>
    </section>
  );
  return sheet ? createPortal(bar, sheet) : bar;
}
