/** Where a sign-in leads: the path in `next` if it is one of this site, else the start. */
export function nextPath(next: string | null, origin: string): string {
  if (next === null || !next.startsWith("/")) return "/";
  try {
    const url = new URL(next, origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
