import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/api/client";
import { bundles } from "@/send/bundles";
import { sentOf, SendQueue, type Send } from "@/send/queue";

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const REFUSED = { type: "/problems/unavailable", title: "", status: 503, retryAfter: 5 };

/** A server that answers when a test says so. */
function made() {
  const asked: { names: string[]; progress: (sent: number, total: number) => void; take: (ids: string[]) => void; refuse: (error: Error) => void; signal: AbortSignal }[] = [];
  const send: Send = (files, progress, signal) =>
    new Promise((take, refuse) => {
      signal.addEventListener("abort", () => refuse(new DOMException("", "AbortError")));
      asked.push({ names: files.map(({ name }) => name), progress, take, refuse, signal });
    });
  const queue = new SendQueue(send);
  const phases = () => queue.snapshot().map(({ files, status }) => `${files[0]?.name} ${status.phase}`);
  return { asked, queue, phases, settled: () => new Promise((done) => setTimeout(done)) };
}

describe("what is sent together", () => {
  it("is each zip for itself, and the other files as one", () => {
    const names = bundles([file("a.json"), file("one.ZIP"), file("b.json"), file("two.zip")]).map((bundle) => bundle.map(({ name }) => name));
    expect(names).toEqual([["one.ZIP"], ["two.zip"], ["a.json", "b.json"]]);
    expect(bundles([])).toEqual([]);
  });
});

describe("the queue", () => {
  it("sends one after the other and says where each is", async () => {
    const { asked, queue, phases, settled } = made();
    queue.add([file("a.zip"), file("b.zip")]);
    queue.add([file("c.json"), file("d.json")]);
    expect(phases()).toEqual(["a.zip sending", "b.zip waiting", "c.json waiting"]);
    asked[0]?.progress(4, 10);
    expect(queue.snapshot().map(sentOf)).toEqual([4, 0, 0]);
    asked[0]?.take(["u1"]);
    await settled();
    expect(phases()).toEqual(["a.zip arrived", "b.zip sending", "c.json waiting"]);
    asked[1]?.take(["u2"]);
    await settled();
    expect(asked[2]?.names).toEqual(["c.json", "d.json"]);
  });

  it("goes on after a failure, and sends the same files again when asked to", async () => {
    const { asked, queue, phases, settled } = made();
    queue.add([file("a.zip"), file("b.zip")]);
    asked[0]?.progress(5, 10);
    asked[0]?.refuse(new ApiError(REFUSED));
    await settled();
    expect(queue.snapshot()[0]?.status).toEqual({ phase: "failed", problem: REFUSED, part: 0.5 });
    expect(phases()[1]).toBe("b.zip sending");
    queue.retry(queue.snapshot()[0]?.id ?? 0);
    expect(phases()).toEqual(["b.zip sending", "a.zip waiting"]);
    asked[1]?.take(["u2"]);
    await settled();
    expect(asked[2]?.names).toEqual(["a.zip"]);
  });

  it("stops the one on its way and leaves out one that waits", async () => {
    const { asked, queue, phases, settled } = made();
    queue.add([file("a.zip"), file("b.zip"), file("c.zip")]);
    const [first, second] = queue.snapshot().map(({ id }) => id);
    queue.remove(second ?? 0);
    queue.remove(first ?? 0);
    await settled();
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(phases()).toEqual(["c.zip sending"]);
    expect(asked.map(({ names }) => names[0])).toEqual(["a.zip", "c.zip"]);
  });

  it("never sends what is empty", () => {
    const { asked, queue } = made();
    queue.add([file("nothing.zip", 0)]);
    expect(queue.snapshot()[0]?.status).toEqual({ phase: "failed", problem: "empty", part: 0 });
    expect(asked).toEqual([]);
  });

  it("sends nothing more once it is halted, until asked to", async () => {
    const { asked, queue, phases, settled } = made();
    queue.add([file("a.zip"), file("b.zip")]);
    queue.halt(REFUSED);
    await settled();
    expect(phases()).toEqual(["a.zip failed", "b.zip failed"]);
    expect(asked).toHaveLength(1);
  });

  it("forgets what has arrived and was seen, and tells of every change", async () => {
    const { asked, queue, phases, settled } = made();
    const told = vi.fn();
    queue.subscribe(told);
    queue.add([file("a.zip")]);
    asked[0]?.take(["u1", "u2"]);
    await settled();
    queue.seen(["u1"]);
    expect(phases()).toEqual(["a.zip arrived"]);
    queue.seen(["u2", "u1"]);
    expect(phases()).toEqual([]);
    const calls = told.mock.calls.length;
    queue.seen(["u1"]);
    expect(told.mock.calls.length).toBe(calls);
  });
});
