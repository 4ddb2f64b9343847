"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { StopIcon } from "@/components/Icons";
import { SpotifyLink } from "@/components/SpotifyLink";
import type { Sample } from "./SampleProvider";

interface SampleBarProps {
  sample: Sample;
  onStop: () => void;
}

/** Fixed to the bottom edge: the owner's player for an embed, a bar of our own for a plain file. */
export default function SampleBar({ sample, onStop }: SampleBarProps) {
  const t = useTranslations("sample");
  useEffect(() => {
    document.documentElement.classList.add("has-sample");
    return () => document.documentElement.classList.remove("has-sample");
  }, []);

  return (
    <section className="samplebar sheet" aria-label={t("bar")}>
      {sample.preview.kind === "embed" ? (
        <iframe src={sample.preview.url} height={80} title={t("frame", { title: sample.title })} allow="autoplay; encrypted-media" />
      ) : (
        <AudioSample sample={sample} onEnd={onStop} />
      )}
      <button type="button" className="play" aria-label={t("stop")} onClick={onStop}><StopIcon /></button>
    </section>
  );
}

function AudioSample({ sample, onEnd }: { sample: Sample; onEnd: () => void }) {
  const t = useTranslations("sample");
  const audio = useRef<HTMLAudioElement>(null);
  const [part, setPart] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    audio.current?.play().catch(() => setFailed(true));
  }, []);

  return (
    <>
      <Art picture={sample.picture} name={sample.title} alt="" small />
      <div className="samplebar-text">
        <p className="tt"><bdi>{sample.title}</bdi></p>
        <p className="small q">{failed ? t("failed") : <><bdi>{sample.artist}</bdi> · {t("from")}</>} <SpotifyLink href={sample.link} /></p>
        <progress className="thin" value={part} max={1} aria-hidden="true" />
      </div>
      <audio
        ref={audio} src={sample.preview.url} onEnded={onEnd} onError={() => setFailed(true)}
        onTimeUpdate={(event) => setPart(event.currentTarget.currentTime / (event.currentTarget.duration || 1))}
      />
    </>
  );
}
