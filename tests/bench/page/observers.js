// Runs in the page before anything of its own: notes what the browser says about paints, shifts and interactions.
(() => {
  const measured = { paint: null, shifts: [], interactions: [] };
  window.measured = measured;

  const watch = (type, take, options = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, ...options });
  };
  const named = (node) => (node?.className?.baseVal ?? node?.className ?? "") || (node?.nodeName ?? "");

  watch("largest-contentful-paint", (entry) => {
    measured.paint = { ms: entry.startTime, what: named(entry.element) };
  });
  watch("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    measured.shifts.push({ value: entry.value, what: entry.sources.map(({ node }) => named(node)) });
  });
  watch("event", (entry) => {
    if (!entry.interactionId) return;
    const { name, duration, startTime, processingStart, processingEnd } = entry;
    measured.interactions.push({ name, duration, waited: processingStart - startTime, worked: processingEnd - processingStart });
  }, { durationThreshold: 16 });

  /** Called before a frame is painted: when it has been. */
  const paintedNow = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
  /** When what the page is about to show is on the screen. */
  window.painted = () => new Promise((done) => requestAnimationFrame(() => void paintedNow().then(done)));

  /** Resolves to milliseconds from the next click until the favourites are others and no longer dimmed, and how long the gateway took. */
  window.nextNumbers = () => {
    const shown = () => document.querySelector(".trio:not(.dim) .figure")?.parentElement?.textContent;
    const before = shown();
    return new Promise((done) => {
      addEventListener("pointerup", ({ timeStamp }) => {
        const look = () => {
          const now = shown();
          if (!now || now === before) return void requestAnimationFrame(look);
          void paintedNow().then((at) => done({ ms: at - timeStamp, gateway: gatewaySince(timeStamp) }));
        };
        requestAnimationFrame(look);
      }, { once: true, capture: true });
    });
  };

  /** Milliseconds until the first byte of the longest report that was asked for since; 0 when none was. */
  const gatewaySince = (moment) => {
    const asked = performance.getEntriesByType("resource").filter(
      ({ name, startTime }) => startTime >= moment && new URL(name).pathname === "/api/v1/wrapped",
    );
    return Math.max(0, ...asked.map(({ requestStart, responseStart }) => responseStart - requestStart));
  };
})();
