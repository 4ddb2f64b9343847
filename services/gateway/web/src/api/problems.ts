import type messages from "../../words/page.en.json";
import { ApiError } from "./client";
import type { Problem } from "./types";

/** The kinds of problems that the gateway knows (`gateway.domain.problems`), by the last part of their `type`. */
export type ProblemKind = keyof (typeof messages)["problems"];

/** What a status means where the type is of no kind that is known here: a proxy's own answer, or a newer server. */
const BY_STATUS: Record<number, ProblemKind> = {
  401: "not-signed-in", 403: "forbidden", 404: "not-found", 405: "wrong-method", 408: "body-stalled", 413: "too-large",
  415: "unsupported-type", 503: "unavailable", 504: "no-answer",
};

export function kindOf({ type, status }: Problem, known: (kind: string) => boolean): ProblemKind | null {
  const kind = type.split("/").at(-1) ?? "";
  if (known(kind)) return kind as ProblemKind;
  return BY_STATUS[status] ?? (status >= 500 && status !== 502 ? "internal" : null);
}

/** Whether an error is a problem of one kind. */
export function isProblem(error: Error | null, kind: ProblemKind): boolean {
  return error instanceof ApiError && error.problem.type === `/problems/${kind}`;
}
