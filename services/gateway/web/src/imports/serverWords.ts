/**
 * The uploader says in English what is wrong (`upload_errors`, `checks`). Here its sentences are found again, so that the
 * page can say them in the reader's language; what is not known here is shown as the server said it.
 */
export const FAILURES = {
  neither: /^This is neither a zip/,
  damaged: /^The zip ends early/,
  encrypted: /^The zip is protected/,
  packed: /^The zip is packed/,
  tooManyFiles: /^The zip holds more than (\d+) files/,
  tooLarge: /^Unpacked, the upload is larger than (\d+) MiB/,
  fileTooLarge: /^A file in the upload is larger than (\d+) MiB/,
  tooTight: /^A file in the zip unpacks to more/,
  zipInZip: /^There is no listening history in this upload, but another zip/,
  noHistory: /^There is no listening history/,
  gone: /^The bytes of this upload are no longer there/,
  lost: /^A part of this upload got lost/,
} as const;

export const REASONS = {
  noObject: /^not an object$/,
  noTime: /^(ms_played|msPlayed) is missing$/,
  noMoment: /^(ts|endTime|played_at) is missing$/,
  wrongTime: /is not an integer$/,
  negative: /is negative$/,
  tooLong: /is over 7 days$/,
  unreadable: /cannot be read$/,
  tooEarly: /is before 2006$/,
  future: /is in the future$/,
} as const;

export const FILE_ERRORS = {
  breaksAt: /^breaks in row (\d+), at byte \d+$/,
  closed: /^This file in the zip cannot be opened/,
  tooManyRows: /^Row (\d+): the upload holds more than (\d+) rows/,
  tooManyRejected: /^After row (\d+): more than (\d+) rows/,
} as const;

export type FileErrorName = keyof typeof FILE_ERRORS;
export type FailureName = keyof typeof FAILURES;
export type ReasonName = keyof typeof REASONS;

/** Which failure a sentence is, and the limit that it names. */
export function failureOf(text: string): { name: FailureName; limit: number } | null {
  const found = find(FAILURES, text);
  return found && { name: found.name, limit: Number(found.match[1] ?? 0) };
}

export function reasonOf(text: string): ReasonName | null {
  return find(REASONS, text)?.name ?? null;
}

/** Why not all of a file was read, and the row up to which it counts. */
export function fileErrorOf(text: string): { name: FileErrorName; row: number; limit: number } | null {
  const found = find(FILE_ERRORS, text);
  return found && { name: found.name, row: Number(found.match[1] ?? 0), limit: Number(found.match[2] ?? 0) };
}

function find<Name extends string>(patterns: Record<Name, RegExp>, text: string): { name: Name; match: RegExpExecArray } | null {
  for (const name of Object.keys(patterns) as Name[]) {
    const match = patterns[name].exec(text);
    if (match) return { name, match };
  }
  return null;
}
