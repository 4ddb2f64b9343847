import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";

const SOURCE = readFileSync(fileURLToPath(new URL("../offline/worker.js", import.meta.url)), "utf8");
const ORIGIN = "https://music.example";
const SHELL = ["/offline/", "/_next/static/chunks/a.css"];

type Listener = (event: object) => void;
type Asked = { url: string; method: string; mode: string };

/** What becomes of writing to it: `full` may also never say. */
interface Disk {
  full: () => Promise<boolean>;
  refused: () => boolean;
}

/** The worker of one build in a world of its own: what is kept outlives the worker, as in a browser. */
function started(id: string, kept: Map<string, Map<string, Response>>, network: (url: string) => Promise<Response>, disk: Disk) {
  const { full, refused } = disk;
  const listeners = new Map<string, Listener>();
  const path = (request: Asked | string) => (typeof request === "string" ? request : new URL(request.url, ORIGIN).pathname);
  const fetched = (request: Asked) => network(path(request));
  const caches = {
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
    open: async (name: string) => {
      if (refused()) throw new DOMException("refused", "SecurityError");
      const files = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, files);
      return {
        addAll: (all: Asked[]) => Promise.all(all.map(async (request) => files.set(path(request), await fetched(request)))),
        match: (request: Asked | string) => Promise.resolve(files.get(path(request))?.clone()),
        put: async (request: Asked, answer: Response) => {
          if (await full()) throw new DOMException("no room", "QuotaExceededError");
          files.set(path(request), answer);
        },
      };
    },
  };
  const self = {
    location: { origin: ORIGIN }, clients: { claim: () => Promise.resolve() }, skipWaiting: () => Promise.resolve(),
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  };
  class AskedHere { constructor(readonly url: string) {} }
  new Function("self", "caches", "fetch", "Request", `const BUILD = ${JSON.stringify({ id, shell: SHELL })};\n${SOURCE}`)(self, caches, fetched, AskedHere);

  const meanwhile: Promise<unknown>[] = [];
  const lifecycle = async (name: "install" | "activate") => {
    let done: Promise<unknown> = Promise.resolve();
    listeners.get(name)?.({ waitUntil: (work: Promise<unknown>) => (done = work) });
    await done;
  };
  /** What the worker answers; null where it leaves the request to the browser. */
  const ask = async (address: string, { mode = "no-cors", method = "GET" } = {}): Promise<string | null> => {
    let answer: Promise<Response> | null = null;
    const request = { url: new URL(address, ORIGIN).href, method, mode };
    const respondWith = (reply: Promise<Response>) => (answer = reply);
    listeners.get("fetch")?.({ request, respondWith, waitUntil: (work: Promise<unknown>) => meanwhile.push(work) });
    return answer === null ? null : (await (answer as Promise<Response>)).text();
  };
  return { lifecycle, ask, kept: () => Promise.all(meanwhile) };
}

describe("the service worker", () => {
  const online = (url: string) => Promise.resolve(new Response(`from the server: ${url}`));
  const away = () => Promise.reject(new TypeError("Failed to fetch"));
  let kept: Map<string, Map<string, Response>>;
  let network: (url: string) => Promise<Response>;
  let disk: Disk;
  const running = async (id: string) => {
    const worker = started(id, kept, (url) => network(url), { full: () => disk.full(), refused: () => disk.refused() });
    await worker.lifecycle("install");
    await worker.lifecycle("activate");
    return worker;
  };
  const addresses = () => [...kept.values()].flatMap((files) => [...files.keys()]);

  beforeEach(() => {
    kept = new Map();
    network = online;
    disk = { full: () => Promise.resolve(false), refused: () => false };
  });

  it("takes in the offline page and what it needs", async () => {
    await running("one");
    expect(addresses()).toEqual(SHELL);
  });

  it("leaves whatever is personal, of others, or a change to the browser", async () => {
    const { ask } = await running("one");
    const visits = ["/api/v1/me", "/api/v1/me/export?format=csv", "/auth/login", "/s/abc", "https://i.scdn.co/image/1"];
    expect(await Promise.all(visits.flatMap((url) => [ask(url), ask(url, { mode: "navigate" })]))).toEqual(Array(10).fill(null));
    expect(await ask("/", { mode: "navigate", method: "POST" })).toBeNull();
    expect(await ask("/icon.svg")).toBeNull();
  });

  it("asks for pages each time and keeps none", async () => {
    const { ask } = await running("one");
    expect(await ask("/plays/?track=secret", { mode: "navigate" })).toBe("from the server: /plays/");
    expect(addresses()).toEqual(SHELL);
  });

  it("shows the offline page in the place of any page that can't be had", async () => {
    const { ask } = await running("one");
    network = away;
    expect(await ask("/plays/?track=secret", { mode: "navigate" })).toBe("from the server: /offline/");
  });

  it("keeps hashed files once they were asked for", async () => {
    const { ask, kept: written } = await running("one");
    await ask("/_next/static/chunks/b.js");
    await written();
    network = away;
    expect(await ask("/_next/static/chunks/b.js")).toBe("from the server: /_next/static/chunks/b.js");
    await expect(ask("/_next/static/chunks/c.js")).rejects.toThrow("Failed to fetch");
  });

  it("answers where nothing can be kept: the disk is full, slow, or refused", async () => {
    const { ask, kept: written } = await running("one");
    disk.full = () => Promise.resolve(true);
    expect(await ask("/_next/static/chunks/b.js")).toBe("from the server: /_next/static/chunks/b.js");
    await written();
    disk.full = () => new Promise(() => undefined);
    expect(await ask("/_next/static/chunks/c.js")).toBe("from the server: /_next/static/chunks/c.js");
    disk.refused = () => true;
    expect(await ask("/_next/static/chunks/d.js")).toBe("from the server: /_next/static/chunks/d.js");
    expect(addresses()).toEqual(SHELL);
  });

  it("keeps no answer that is an error", async () => {
    const { ask } = await running("one");
    network = () => Promise.resolve(new Response("nothing here", { status: 404 }));
    expect(await ask("/_next/static/chunks/gone.js")).toBe("nothing here");
    expect(addresses()).toEqual(SHELL);
  });

  it("of a new build removes what the one before kept, and nothing of others", async () => {
    kept.set("of-somebody-else", new Map());
    const { ask, kept: written } = await running("one");
    await ask("/_next/static/chunks/b.js");
    await written();
    await running("two");
    expect([...kept.keys()]).toEqual(["of-somebody-else", "nachklang-two"]);
    expect(addresses()).toEqual(SHELL);
  });
});
