import { ApiError } from "@/api/client";
import type { OnProgress } from "@/api/send";
import type { Problem } from "@/api/types";
import { bundles } from "./bundles";

export type Status =
  | { phase: "waiting" }
  | { phase: "sending"; sent: number }
  /** `part` of the bytes (0–1) had left the browser. */
  | { phase: "failed"; problem: Problem | "empty"; part: number }
  | { phase: "arrived"; uploads: readonly string[] };

/** Files that are sent together, and how far they are. */
export interface Sending {
  id: number;
  files: readonly File[];
  bytes: number;
  status: Status;
}

/** Brings files to the server: the ids of their uploads, an `ApiError`, or any other error where `signal` stopped it. */
export type Send = (files: readonly File[], onProgress: OnProgress, signal: AbortSignal) => Promise<string[]>;

/**
 * What is to be sent, one after the other: side by side all would share one line and the first be there no sooner, while
 * so the server reads it as the next one comes, and a line that breaks costs no more than the one on its way.
 */
export class SendQueue {
  private sendings: readonly Sending[] = [];
  private running: { id: number; control: AbortController } | null = null;
  private readonly listeners = new Set<() => void>();
  private last = 0;

  constructor(private readonly send: Send, private readonly onArrived: () => void = () => undefined) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same array until something changes. */
  readonly snapshot = (): readonly Sending[] => this.sendings;

  add(files: readonly File[]): void {
    const added = bundles(files).map((bundle): Sending => {
      const bytes = bundle.reduce((sum, file) => sum + file.size, 0);
      const status: Status = bytes > 0 ? { phase: "waiting" } : { phase: "failed", problem: "empty", part: 0 };
      return { id: ++this.last, files: bundle, bytes, status };
    });
    this.change([...this.sendings, ...added]);
    this.next();
  }

  /** The same files once more, after those that wait already. */
  retry(id: number): void {
    const again = this.sendings.find((sending) => sending.id === id && sending.status.phase === "failed");
    if (!again) return;
    this.change([...this.sendings.filter((sending) => sending !== again), { ...again, status: { phase: "waiting" } }]);
    this.next();
  }

  /** Takes one out, and stops it if it is on its way. */
  remove(id: number): void {
    this.change(this.sendings.filter((sending) => sending.id !== id));
    if (this.running?.id === id) this.running.control.abort();
  }

  /** Those of these uploads need not be told of any more. */
  seen(uploads: readonly string[]): void {
    const told = ({ status }: Sending) => status.phase === "arrived" && status.uploads.every((id) => uploads.includes(id));
    if (this.sendings.some(told)) this.change(this.sendings.filter((sending) => !told(sending)));
  }

  /** Nothing more is sent: what has not arrived fails for this reason, and can be tried again. */
  halt(problem: Problem): void {
    this.change(this.sendings.map((sending) => (isPending(sending) ? failed(sending, problem) : sending)));
    this.running?.control.abort();
  }

  clear(): void {
    this.change([]);
    this.running?.control.abort();
  }

  private next(): void {
    if (this.running) return;
    const first = this.sendings.find(({ status }) => status.phase === "waiting");
    if (!first) return;
    const { id, files } = first;
    const control = new AbortController();
    this.running = { id, control };
    this.set(id, { phase: "sending", sent: 0 });
    this.send(files, (sent) => this.set(id, { phase: "sending", sent }), control.signal)
      .then(
        (uploads) => {
          this.set(id, { phase: "arrived", uploads });
          this.onArrived();
        },
        (error: unknown) => this.fail(id, error),
      )
      .finally(() => {
        this.running = null;
        this.next();
      });
  }

  private fail(id: number, error: unknown): void {
    const sending = this.sendings.find((other) => other.id === id);
    if (sending?.status.phase !== "sending" || !(error instanceof ApiError)) return;
    this.set(id, failed(sending, error.problem).status);
  }

  private set(id: number, status: Status): void {
    this.change(this.sendings.map((sending) => (sending.id === id && isPending(sending) ? { ...sending, status } : sending)));
  }

  private change(sendings: readonly Sending[]): void {
    this.sendings = sendings;
    for (const listener of this.listeners) listener();
  }
}

/** Bytes of it are still here. */
export function isPending({ status }: Sending): boolean {
  return status.phase === "waiting" || status.phase === "sending";
}

/** Bytes of the files that have left the browser: the body of a form is a little longer than its files. */
export function sentOf({ bytes, status }: Sending): number {
  if (status.phase === "sending") return Math.min(status.sent, bytes);
  return status.phase === "arrived" ? bytes : 0;
}

function failed(sending: Sending, problem: Problem): Sending {
  return { ...sending, status: { phase: "failed", problem, part: sending.bytes > 0 ? sentOf(sending) / sending.bytes : 0 } };
}
