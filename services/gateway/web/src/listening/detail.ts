import type { ListName, Listed } from "@/lib/listed";

/** What the detail sheet opens: one row of a list. */
export interface DetailOf {
  list: ListName;
  row: Listed;
}

export type OpenDetail = (detail: DetailOf) => void;
