// The service worker. It keeps the hashed files of one build and the offline page, which are the same for everybody, and
// nothing else: no answer about a person is ever in a cache of its own. The build writes BUILD before this line.
const OFFLINE = "/offline/";
const HASHED = "/_next/static/";
/** What the server says to somebody, or shows to whoever has the address: not looked at, so that it can't be kept. */
const NOT_OURS = ["/api/", "/auth/", "/s/"];
const PREFIX = "nachklang-";
const CACHE = PREFIX + BUILD.id;

self.addEventListener("install", (event) => {
  // What takes something away is sent while its page goes: on its way through here it can be lost.
  if (event.addRoutes) event.waitUntil(event.addRoutes({ condition: { requestMethod: "DELETE" }, source: "network" }));
  event.waitUntil(takeIn());
});
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Where the browser knows no routes: the worker stays, and takes it on.
  if (request.method === "DELETE") event.respondWith(fetch(request));
  if (request.method !== "GET") return;
  if (NOT_OURS.some((beginning) => pathname.startsWith(beginning))) return;
  if (pathname.startsWith(HASHED)) event.respondWith(hashed(request, (work) => event.waitUntil(work)));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

async function takeIn() {
  const cache = await caches.open(CACHE);
  // The page has one address in all builds: what the browser has of it may be of another.
  await cache.addAll(BUILD.shell.map((address) => new Request(address, { cache: address === OFFLINE ? "no-cache" : "default" })));
  await self.skipWaiting();
}

/** Hashed files of another build are asked for by nobody any more. */
async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  // No navigation preload: it asks for addresses that are not ours too, and a sign-in's return may be asked for once only.
  await self.clients.claim();
}

/** A hashed file never changes, so whoever has it need not ask. Where nothing can be kept, say on a full disk, it is asked for. */
async function hashed(request, meanwhile) {
  const cache = await caches.open(CACHE).catch(() => null);
  const kept = await cache?.match(request).catch(() => undefined);
  if (kept) return kept;
  const answer = await fetch(request);
  if (cache && answer.ok) meanwhile(cache.put(request, answer.clone()).catch(() => undefined));
  return answer;
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(CACHE);
    const offline = await cache.match(OFFLINE);
    if (!offline) throw error;
    return offline;
  }
}
