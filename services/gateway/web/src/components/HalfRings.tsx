const RINGS = [
  [26, 17, 4], [48.2, 14.7, 4], [74.8, 12.4, 3], [105.8, 10.1, 3], [141.2, 7.8, 2], [181, 5.5, 2], [225.2, 3.2, 1], [273.8, 1.5, 1],
] as const;

/** The struck note that thins out, rising from the lower edge of the drop zone. */
export function HalfRings() {
  return (
    <svg className="rings" viewBox="0 0 560 280" aria-hidden="true">
      {RINGS.map(([radius, width, tone]) => (
        <circle key={radius} cx="280" cy="280" r={radius} fill="none" stroke={`var(--h${tone})`} strokeWidth={width} />
      ))}
    </svg>
  );
}
