import type { Upload } from "@/api/types";

/** What to call an import: its only file, else the day on which it came. */
export function uploadName(upload: Upload, day: string): string {
  const [first] = upload.files;
  return upload.files.length === 1 && first ? first.name : day;
}
