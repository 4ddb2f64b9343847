export const MARK_HEIGHT = 26;
/** Place, width and height of each. */
export const MARK_STROKES = [
  [0, 5.2, 26], [9, 4.2, 19], [16.6, 3.2, 13], [23, 2.4, 8.4], [28.6, 1.8, 4.8],
] as const;

/** The mark: a struck note that thins out. */
export function Mark() {
  return (
    <svg viewBox={`0 0 34 ${MARK_HEIGHT}`} width="34" height={MARK_HEIGHT} aria-hidden="true">
      {MARK_STROKES.map(([x, width, height]) => (
        <rect key={x} x={x} y={(MARK_HEIGHT - height) / 2} width={width} height={height} rx={width / 2} fill="var(--ember)" />
      ))}
    </svg>
  );
}
