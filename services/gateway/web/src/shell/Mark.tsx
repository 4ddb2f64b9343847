const STROKES = [
  [0, 5.2, 26], [9, 4.2, 19], [16.6, 3.2, 13], [23, 2.4, 8.4], [28.6, 1.8, 4.8],
] as const;

/** The mark: a struck note that thins out. */
export function Mark() {
  return (
    <svg viewBox="0 0 34 26" width="34" height="26" aria-hidden="true">
      {STROKES.map(([x, width, height]) => (
        <rect key={x} x={x} y={(26 - height) / 2} width={width} height={height} rx={width / 2} fill="var(--ember)" />
      ))}
    </svg>
  );
}
