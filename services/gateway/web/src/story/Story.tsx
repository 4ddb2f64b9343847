"use client";

import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { PauseIcon, PlayIcon } from "@/components/Icons";
import type { Span } from "@/lib/windows";
import { Card } from "./Card";
import { placeAfter, type Move } from "./moves";
import { PictureTools } from "./PictureTools";
import { Progress } from "./Progress";
import { StoryBar } from "./StoryBar";
import type { StoryCard } from "./storyCard";
import { useGesture } from "./useGesture";
import { useStoryKeys } from "./useStoryKeys";

interface StoryProps {
  cards: readonly StoryCard[];
  window: Span;
  withPrivate: boolean;
  leave: () => void;
}

/** The cards one after the other, as one moves; by themselves when asked to, until asked to stop. */
export function Story({ cards, window, withPrivate, leave }: StoryProps) {
  const t = useTranslations("story");
  const [wanted, setWanted] = useState(0);
  const [running, setRunning] = useState(false);
  const [inControls, setInControls] = useState(false);
  const place = Math.min(wanted, cards.length - 1);
  const move = useCallback((way: Move) => setWanted(placeAfter(place, way, cards.length)), [cards.length, place]);
  useStoryKeys(move);
  const { held, handlers } = useGesture(move);

  const card = cards[place];
  if (!card) return null;
  const last = place === cards.length - 1;
  const runs = running && !inControls;
  const said = t("card", { at: place + 1, count: cards.length, label: card.name });

  return (
    <div
      className="story-in"
      // A click leaves the focus on what was clicked; only somebody who walks through the controls by keys is in them.
      onFocus={({ target }) => setInControls(target.matches("button, input") && target.matches(":focus-visible"))}
      onBlur={() => setInControls(false)}
    >
      <Progress
        cards={cards} place={place} state={running ? (inControls || held ? "held" : "runs") : "still"}
        onPassed={() => (last ? setRunning(false) : move("next"))}
      />
      <StoryBar leave={leave}>
        <p className="story-said small q" role="status">{said}</p>
        <button
          type="button" className="story-icon" aria-label={t(runs ? "pause" : "play")}
          onClick={() => {
            setRunning(!runs);
            setInControls(false);
            if (last && !runs) move("first");
          }}
        >
          {runs ? <PauseIcon size={18} /> : <PlayIcon size={18} />}
        </button>
      </StoryBar>
      <div className="story-stage" role="group" aria-label={said} tabIndex={0} {...handlers}>
        <Card key={card.id} card={card} />
      </div>
      <div className="story-foot">
        <button type="button" className={place === 0 ? "btn off" : "btn"} aria-disabled={place === 0} onClick={() => move("back")}>{t("back")}</button>
        <PictureTools card={card} window={window} withPrivate={withPrivate} onUse={() => setRunning(false)} />
        <button type="button" className={last ? "btn off" : "btn"} aria-disabled={last} onClick={() => move("next")}>{t("next")}</button>
      </div>
    </div>
  );
}
