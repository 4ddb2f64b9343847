import { ApiError } from "./client";

/** Refusals that a person can do something about, by the last part of a problem's `type`. */
export const REFUSALS = {
  "sign-in-refused": "wrong",
  "password-refused": "oldWrong",
  "too-many-attempts": "tooMany",
  "invitation-over": "invitationOver",
  "login-taken": "loginTaken",
  "invalid-login": "invalidLogin",
  "invalid-name": "invalidName",
  "weak-password": "weakPassword",
  "too-many-shares": "tooManyShares",
} as const;

export type RefusalName = (typeof REFUSALS)[keyof typeof REFUSALS];

/** Which of them an error is. */
export function refusalOf(error: Error | null): RefusalName | null {
  if (!(error instanceof ApiError)) return null;
  const kind = error.problem.type.split("/").at(-1) ?? "";
  if (Object.hasOwn(REFUSALS, kind)) return REFUSALS[kind as keyof typeof REFUSALS];
  return error.status === 429 ? "tooMany" : null;
}
