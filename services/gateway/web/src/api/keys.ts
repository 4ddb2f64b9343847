import type { WrappedQuestion } from "./address";

/** What the answers are kept under. */
export const keys = {
  me: ["me"],
  /** Every window of every history. */
  wrapped: ["wrapped"],
  window: (question: WrappedQuestion) => ["wrapped", question],
  history: (person: string | null) => ["wrapped", "history", person],
  plays: ["plays"],
  uploads: ["uploads"],
  upload: (id: string) => ["upload", id],
  tokens: ["tokens"],
  sessions: ["sessions"],
  invitations: ["invitations"],
  /** Not anybody's: what one is invited by. */
  invitation: ["invitation"],
  feed: ["feed"],
  shares: ["shares"],
  people: ["people"],
  match: ["match"],
  standing: ["standing"],
} as const;
