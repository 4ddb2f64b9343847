import { Art } from "@/components/Art";
import { shapesOf } from "./art";
import { Drawn } from "./ArtView";
import type { Cover } from "./storyCard";

const SIZE = 640;

/** Artwork as it is; the note that thins out begins beside it. */
export function CoverView({ cover: { picture, alt }, name }: { cover: Cover; name: string }) {
  return (
    <div className="story-cover">
      <Art picture={picture} name={name} alt={alt} />
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="xMinYMid slice" aria-hidden="true">
        {shapesOf({ kind: "note" }, SIZE, SIZE).map((shape, index) => <Drawn key={index} shape={shape} />)}
      </svg>
    </div>
  );
}
