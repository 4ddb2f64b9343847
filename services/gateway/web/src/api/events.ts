const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Listens to one stream of server-sent events until `close`. A line that breaks the browser mends by itself; an answer that is
 * none (the server starts anew, a proxy is full) ends the stream for good, so it is opened again, after pauses that grow.
 */
export function listen(path: string, handlers: Record<string, (data: unknown) => void>, onState: (alive: boolean) => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;

  const open = () => {
    source = new EventSource(path);
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
      onState(true);
    };
    source.onerror = () => {
      onState(false);
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        onState(true);
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
