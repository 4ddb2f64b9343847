const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** `refused`: an answer that is no stream, as of a server that starts anew, or where the session has ended. */
export type Line = "open" | "broken" | "refused";

/**
 * Listens to one stream of server-sent events until `close`. A line that breaks the browser mends by itself; one that is
 * refused ends for good, so it is opened again, after pauses that grow.
 */
export function listen(path: string, handlers: Record<string, (data: unknown) => void>, onLine: (line: Line) => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;

  const open = () => {
    source = new EventSource(path);
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
      onLine("open");
    };
    source.onerror = () => {
      const refused = source.readyState === EventSource.CLOSED;
      onLine(refused ? "refused" : "broken");
      if (!refused) return;
      timer = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        onLine("open");
        handle(event.data ? JSON.parse(event.data) : null);
      });
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
