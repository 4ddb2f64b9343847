"use client";

import { useTranslations } from "use-intl";
import { PlayIcon, StopIcon } from "@/components/Icons";
import { useSample, type Sample } from "./SampleProvider";

type Track = Omit<Sample, "preview"> & { preview: Sample["preview"] | null };

/** `large` stands beside a favourite's cover with its rings, the other one in rows. Its name says whose sample it is. */
export function SampleButton({ track, large = false }: { track: Track; large?: boolean }) {
  const t = useTranslations("sample");
  const { playing, play, stop } = useSample();
  const { preview } = track;
  if (!preview) return large ? <span className="nosample small q">{t("noneShort")}</span> : <span />;
  const on = playing?.preview.url === preview.url;
  const name = on ? t("stop") : t(`${large ? "playLong" : "play"}.${preview.source}`, { title: track.title });
  return (
    <button
      type="button" className={large ? "sample" : "play"} aria-pressed={on} aria-label={name} title={name}
      onClick={(event) => (on ? stop() : play({ ...track, preview }, event.currentTarget))}
    >
      {on ? <StopIcon size={large ? 24 : 16} /> : <PlayIcon size={large ? 24 : 16} />}
      {large && !on && <span aria-hidden="true">{t("length")}</span>}
    </button>
  );
}
