import type { Key } from "./types";

/** What the colours and lines of a chart mean. */
export function Legend({ keys }: { keys: readonly Key[] }) {
  return (
    <span className="legend">
      {keys.map(({ swatch, text }, index) => (
        <span key={index}>{swatch && <i className={swatch} />}{text}</span>
      ))}
    </span>
  );
}
