import type { ReactNode } from "react";

/** Something to know about what stands beside it: `plain` that it happened, `bad` that something failed. */
export function Note({ tone = "plain", children }: { tone?: "plain" | "bad"; children: ReactNode }) {
  return <div className={tone === "bad" ? "note bad" : "note"}><p>{children}</p></div>;
}
