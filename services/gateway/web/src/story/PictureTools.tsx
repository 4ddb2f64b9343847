"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ShareIcon } from "@/components/Icons";
import { Segments } from "@/components/Segments";
import { useFormat } from "@/intl/useFormat";
import type { Span } from "@/lib/windows";
import type { CardId } from "./facts";
import type { StoryCard } from "./storyCard";
import type { FormatName } from "./formats";
import { pictureOf } from "./picture";
import { canShare, pictureName, PNG, shareOrSave } from "./shareOrSave";

interface PictureToolsProps {
  card: StoryCard;
  window: Span;
  /** Whether private sessions are in the numbers: whoever shows them to others should know. */
  withPrivate: boolean;
  /** Whoever wants the picture of this card does not want the next one. */
  onUse: () => void;
}

/** Makes the picture of the card that is shown and gives it to the system, in one of two shapes. */
export function PictureTools({ card, window, withPrivate, onUse }: PictureToolsProps) {
  const t = useTranslations();
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const [shape, setShape] = useState<FormatName>("tall");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CardId | null>(null);
  const [shares] = useState(canShare);

  const give = async () => {
    if (!button.current || busy) return;
    onUse();
    setBusy(true);
    setFailed(null);
    try {
      const around = { brand: t("common.brand"), dates: [format.day(window.from), format.day(window.to)], sources: { titles: t("story.titles"), covers: t("story.covers") } } as const;
      const picture = await pictureOf(card, around, shape, button.current);
      await shareOrSave(new File([picture], pictureName(window, card.id, shape), { type: PNG }));
    } catch {
      setFailed(card.id);
    }
    setBusy(false);
  };

  return (
    <>
      <button ref={button} type="button" className="btn main" aria-busy={busy} onClick={() => void give()}>
        <ShareIcon /> {t(shares ? "story.share" : "story.save")}
      </button>
      <div className="story-shape">
        <Segments
          label={t("story.shape")} value={shape}
          onChange={(chosen) => {
            onUse();
            setShape(chosen);
          }}
          options={[{ value: "tall", text: t("story.tall") }, { value: "square", text: t("story.square") }]}
        />
      </div>
      <div className="story-note">
        {withPrivate && <p className="small q">{t("story.withPrivate")}</p>}
        {failed === card.id && <p className="small bad" role="alert">{t("story.failed")}</p>}
      </div>
    </>
  );
}
