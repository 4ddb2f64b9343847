import { RINGS_SIZE, ringsOf } from "@/lib/rings";

/** Rings in place of a picture that cannot be had, always the same for one name. */
export function RingsArt({ name, label, small = false }: { name: string; label?: string | undefined; small?: boolean }) {
  const { x, y, rings } = ringsOf(name);
  const named = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <svg className={small ? "art s" : "art"} viewBox={`0 0 ${RINGS_SIZE} ${RINGS_SIZE}`} {...named}>
      <rect width={RINGS_SIZE} height={RINGS_SIZE} fill="var(--h0)" />
      {rings.map((ring) => (
        <circle key={ring.r} cx={x} cy={y} r={ring.r} fill="none" stroke={`var(--h${ring.tone})`} strokeWidth={ring.width} />
      ))}
    </svg>
  );
}
