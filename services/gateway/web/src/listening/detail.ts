import type { ListName, Listed } from "@/lib/listed";

/** What the detail sheet opens: one row of a list, or every play of the window. */
export type DetailOf = { list: ListName; row: Listed } | "all";

export type OpenDetail = (detail: DetailOf) => void;
