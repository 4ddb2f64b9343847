/** Listens to one stream of server-sent events until `close`; the browser reconnects by itself while the server only pauses. */
export function listen(path: string, handlers: Record<string, (data: unknown) => void>, onState: (alive: boolean) => void): () => void {
  const source = new EventSource(path);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      onState(true);
      handle(event.data ? JSON.parse(event.data) : null);
    });
  }
  return () => source.close();
}
