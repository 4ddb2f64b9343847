import type { PlaysFilters } from "@/lib/plays";
import { remember } from "@/lib/remember";
import { address, ME, wrappedAddress, type WrappedQuestion } from "./address";
import { takeEarly } from "./early";
import type { Me, Page, PlaysPage, Problem, Rejection, Token, Upload } from "./types";
import type { Wrapped } from "./wrapped";

/** A refusal of the server, or `status` 0 when no answer came at all. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
  }

  get status(): number {
    return this.problem.status;
  }
}

/** There is nothing there, or nothing that this person may see. */
export function isMissing(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404;
}

export const UNREACHABLE: Problem = { type: "about:blank", title: "unreachable", status: 0 };

/** Reads a problem document and the headers beside it; any other body of a failed request becomes one with its status. */
export function asProblem(status: number, body: string, header: (name: string) => string | null = () => null): Problem {
  const retryAfter = secondsUntil(header("Retry-After"), Date.now());
  const correlation = header("X-Correlation-Id");
  return {
    ...document(body), status,
    ...(retryAfter === null ? {} : { retryAfter }),
    ...(correlation === null ? {} : { correlation }),
  };
}

function document(body: string): Omit<Problem, "status"> {
  const unknown = { type: "about:blank", title: "" };
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && "title" in parsed) return { ...unknown, ...(parsed as { title: string }) };
  } catch {
    // A proxy's own error page is no JSON: the status is all there is to say.
  }
  return unknown;
}

/** `Retry-After` (RFC 9110, 10.2.3) is a number of seconds, or a date. */
export function secondsUntil(value: string | null, now: number): number | null {
  if (!value) return null;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

/** Always asks the server whether its copy still holds: media arrive without a new revision. */
async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await (takeEarly(path, init) ?? fetch(path, { cache: "no-cache", ...init }));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(UNREACHABLE);
  }
  remember("connected", new Date().toISOString()); // the offline page says it (offline/page.js)
  if (!response.ok) throw new ApiError(asProblem(response.status, await response.text(), (name) => response.headers.get(name)));
  return response;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, signal ? { signal } : {});
  return (await response.json()) as T;
}

/** The items of every page of a list. */
async function readAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read<Page<T>>(address(path, { cursor }), signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** `csrf` is null where nobody is signed in: such a request is known to come from the page by its origin. */
export function change(method: string, path: string, csrf: string | null, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = csrf === null ? {} : { "X-CSRF-Token": csrf };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  // What takes something away is said when the page goes, and must outlive it.
  const keepalive = method === "DELETE";
  return request(path, { method, headers, keepalive, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** What a person can change about themselves. */
export type MeFields = Partial<Pick<Me, "time_zone" | "locale" | "sharing">>;

export const api = {
  me: (signal?: AbortSignal) => read<Me>(ME, signal),
  changeMe: (csrf: string, fields: MeFields) => change("PATCH", ME, csrf, fields),
  logout: (csrf: string) => change("POST", "/auth/logout", csrf),
  wrapped: (question: WrappedQuestion, signal?: AbortSignal) =>
    read<Wrapped>(wrappedAddress(question), signal),
  plays: (question: PlaysFilters, cursor: string | null, signal?: AbortSignal) =>
    read<PlaysPage>(address("/api/v1/plays", { ...question, cursor }), signal),
  uploads: (signal?: AbortSignal) => readAll<Upload>("/api/v1/uploads", signal),
  upload: (id: string, signal?: AbortSignal) => read<Upload>(`/api/v1/uploads/${encodeURIComponent(id)}`, signal),
  rejections: (id: string, cursor: string | null, limit: number, signal?: AbortSignal) =>
    read<Page<Rejection>>(address(`/api/v1/uploads/${encodeURIComponent(id)}/rejections`, { cursor, limit }), signal),
  tokens: (signal?: AbortSignal) => read<{ items: Token[] }>("/api/v1/tokens", signal),
  createToken: async (csrf: string, name: string) =>
    (await (await change("POST", "/api/v1/tokens", csrf, { name })).json()) as { id: string; name: string; token: string },
  deleteToken: (csrf: string, id: string) => change("DELETE", `/api/v1/tokens/${encodeURIComponent(id)}`, csrf),
};
