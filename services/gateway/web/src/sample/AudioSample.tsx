"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Preview } from "@/api/types";
import { Art } from "@/components/Art";
import { OutIcon, PauseIcon, PlayIcon } from "@/components/Icons";
import { SpotifyLink } from "@/components/SpotifyLink";
import type { Sample } from "./SampleProvider";

type State = "loading" | "playing" | "paused" | "failed";

/** A sound file: what plays and whose sample it is, how far it is, and a button to pause. Its state is spoken. */
export function AudioSample({ sample: { title, artist, picture, preview, link }, onEnd }: { sample: Sample; onEnd: () => void }) {
  const t = useTranslations("sample");
  const audio = useRef<HTMLAudioElement>(null);
  const [part, setPart] = useState(0);
  const [state, setState] = useState<State>("loading");

  // What could not be played stays so, whatever the browser tells of it afterwards.
  const becomes = (next: State) => setState((now) => (now === "failed" ? now : next));
  const play = () => {
    audio.current?.play().catch((error: unknown) => becomes(after(error)));
  };
  useEffect(play, []);

  const moving = state === "playing" || state === "loading";
  const toggle = t(moving ? "pause" : "resume");
  return (
    <>
      <Art picture={picture} name={`${artist} ${title}`} alt="" small />
      <div className="samplebar-text">
        <p className="tt"><bdi>{title}</bdi></p>
        <p className="small q">
          <span>{state === "failed" ? t("failed") : <><bdi>{artist}</bdi> · <From preview={preview} /></>}</span>
          <SpotifyLink href={link} />
        </p>
        <progress className="thin" value={part} max={1} aria-hidden="true" />
        <p className="sr" role="status">{state === "loading" ? "" : t(`spoken.${state}`, { title })}</p>
      </div>
      <button
        type="button" className="play" aria-label={toggle} title={toggle} disabled={state === "failed"}
        onClick={moving ? () => audio.current?.pause() : play}
      >
        {moving ? <PauseIcon /> : <PlayIcon />}
      </button>
      <audio
        ref={audio} src={preview.url} onEnded={onEnd} onError={() => becomes("failed")}
        onPlaying={() => becomes("playing")} onPause={() => becomes("paused")}
        onTimeUpdate={(event) => setPart(event.currentTarget.currentTime / (event.currentTarget.duration || 1))}
      />
    </>
  );
}

/** What a play that was refused leaves: a browser that wants a press of its own, or a pause that came first, can go on. */
function after(error: unknown): State {
  const name = error instanceof DOMException ? error.name : "";
  return name === "NotAllowedError" || name === "AbortError" ? "paused" : "failed";
}

/** Whose sample it is, with a way there. */
function From({ preview: { source, link } }: { preview: Preview }) {
  const t = useTranslations();
  return t.rich(`sample.from.${source}`, {
    link: (words) => link
      ? <a href={link} target="_blank" rel="noreferrer">{words} <OutIcon size={11} /><span className="sr"> ({t("common.newTab")})</span></a>
      : words,
  });
}
