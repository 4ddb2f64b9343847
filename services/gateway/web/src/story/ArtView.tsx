import { shapesOf, type Art, type Shape } from "./art";

const SQUARE = [640, 640] as const;
const WIDE = [640, 400] as const;

/** What stands on a card in place of artwork. It says nothing that the words do not. */
export function ArtView({ art }: { art: Art }) {
  const [width, height] = art.kind === "bars" ? WIDE : SQUARE;
  return (
    <svg className={`story-art of-${art.kind}`} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMinYMid" aria-hidden="true">
      {/* A picture within the picture: what reaches beyond its edge is cut there, whatever room there is around it. */}
      <svg width={width} height={height}>{shapesOf(art, width, height).map((shape, index) => <Drawn key={index} shape={shape} />)}</svg>
    </svg>
  );
}

/** One shape, in the colours of the page. */
export function Drawn({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "ring":
      return <circle cx={shape.x} cy={shape.y} r={shape.r} fill="none" stroke={`var(--h${shape.tone})`} strokeWidth={shape.width} />;
    case "line":
      return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} stroke={`var(--h${shape.tone})`} strokeWidth={shape.width} />;
    case "bar":
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={`var(--h${shape.tone})`} />;
    case "hour":
      return <text x={shape.x} y={shape.y} fontSize={shape.size} textAnchor="middle" dominantBaseline="central" fill="var(--ink-2)">{shape.text}</text>;
  }
}
