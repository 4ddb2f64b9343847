import { api } from "@/api/client";
import type { Rejection } from "@/api/types";

/** Rejected rows by their files, in the order in which they come. */
export function byFile(rows: readonly Rejection[]): { file: string; rows: Rejection[] }[] {
  const files = new Map<string, Rejection[]>();
  for (const row of rows) {
    const found = files.get(row.file);
    if (found) found.push(row);
    else files.set(row.file, [row]);
  }
  return [...files].map(([file, found]) => ({ file, rows: found }));
}

const PAGE = 500;

/** Every rejected row of an upload, page after page. */
export async function allRejections(id: string): Promise<Rejection[]> {
  const rows: Rejection[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.rejections(id, cursor, PAGE);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}
