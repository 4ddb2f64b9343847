import type { StoryCard } from "./storyCard";

interface ProgressProps {
  cards: readonly StoryCard[];
  place: number;
  /** `held` goes on where it stopped, `still` does not go on by itself. */
  state: "runs" | "held" | "still";
  /** The time of the card has passed. */
  onPassed: () => void;
}

/** One segment per card. The time of a card is the animation of its segment, so that what is shown is what holds. */
export function Progress({ cards, place, state, onPassed }: ProgressProps) {
  return (
    <div className="story-progress" aria-hidden="true">
      {cards.map(({ id }, index) => (
        <i key={id} className={index < place ? "passed" : undefined}>
          {index === place && <b key={state === "still" ? "still" : "goes"} className={state} onAnimationEnd={onPassed} />}
        </i>
      ))}
    </div>
  );
}
