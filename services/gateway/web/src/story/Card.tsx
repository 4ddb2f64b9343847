import { SpotifyLink } from "@/components/SpotifyLink";
import { ArtView } from "./ArtView";
import { CoverView } from "./CoverView";
import type { StoryCard } from "./storyCard";

const LONG = 34;
const LONGEST = 90;

/** A card as text: to be read, enlarged and spoken. Its picture is drawn apart from it. */
export function Card({ card }: { card: StoryCard }) {
  const { title, art, cover, rows } = card;
  const size = title.length > LONGEST ? "longest" : title.length > LONG ? "long" : "";
  return (
    <div className={art ? "story-card" : "story-card plain-card"}>
      {cover ? <CoverView cover={cover} name={art?.kind === "rings" ? art.name : title} /> : art && <ArtView art={art} />}
      <div className="story-words">
        <p className="story-label">{card.label}</p>
        <h2 className={`story-title num ${size}`}><bdi>{title}</bdi></h2>
        {card.by && <p className="story-by"><bdi>{card.by}</bdi></p>}
        {rows.length > 0 && (
          <ol className="story-rows">
            {rows.map((row, index) => (
              <li key={index} className={row.rank === null ? "unranked" : undefined}>
                {row.rank !== null && <span className="story-rank">{row.rank}</span>}
                <span className="story-name"><bdi>{row.name}</bdi></span>
                <span className="story-value q num">{row.value}</span>
                {row.by && <span className="story-row-by q"><bdi>{row.by}</bdi></span>}
              </li>
            ))}
          </ol>
        )}
        {card.figure !== null && <p className="story-figure num"><b>{card.figure}</b> <span className="q">{card.note}</span></p>}
        {cover && <p className="story-link"><SpotifyLink href={cover.link} /></p>}
      </div>
    </div>
  );
}
