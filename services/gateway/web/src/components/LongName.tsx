const SCROLLS_FROM = 80;

/** A name that is never cut: a very long one scrolls in its place, by keyboard too. */
export function LongName({ name, className }: { name: string; className: string }) {
  return <p className={className} tabIndex={name.length > SCROLLS_FROM ? 0 : undefined}><bdi>{name}</bdi></p>;
}
