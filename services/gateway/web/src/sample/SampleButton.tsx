"use client";

import { useTranslations } from "use-intl";
import { PlayIcon, StopIcon } from "@/components/Icons";
import { useSample, type Sample } from "./SampleProvider";

type Track = Omit<Sample, "preview"> & { preview: Sample["preview"] | null };

/** `large` stands beside a favourite's cover with its rings, the other one in rows. */
export function SampleButton({ track, large = false }: { track: Track; large?: boolean }) {
  const t = useTranslations("sample");
  const { playing, play, stop } = useSample();
  const { preview } = track;
  if (!preview) return large ? <span className="nosample small q">{t("noneShort")}</span> : <span />;
  const on = playing?.preview.url === preview.url;
  return (
    <button
      type="button" className={large ? "sample" : "play"} aria-pressed={on}
      aria-label={on ? t("stop") : t(large ? "playLong" : "play", { title: track.title })}
      onClick={() => (on ? stop() : play({ ...track, preview }))}
    >
      {on ? <StopIcon size={large ? 24 : 16} /> : <PlayIcon size={large ? 24 : 16} />}
      {large && !on && <span aria-hidden="true">{t("length")}</span>}
    </button>
  );
}
