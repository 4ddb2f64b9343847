import type { ListName, Listed } from "@/lib/listed";
import type { Span } from "@/lib/windows";

/** What the detail sheet opens: one row of a list. */
export interface DetailOf {
  list: ListName;
  row: Listed;
  /** The window before, that its rank is compared with. */
  previous: Span | null;
}

export type OpenDetail = (detail: DetailOf) => void;
