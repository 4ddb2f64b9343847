import type { ReactNode } from "react";

interface SectionProps {
  /** What links lead to it by. */
  id: string;
  title: string;
  children: ReactNode;
}

/** One thing that can be set: its name, and beside it what there is to say and to do. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className="field" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <div>{children}</div>
    </section>
  );
}
