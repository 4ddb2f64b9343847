import { lazy, type ComponentType, type LazyExoticComponent } from "react";

const PAUSE_MS = 2000;
/** A server that is newer than the page no longer has its code: then the page must be loaded anew, and says so. */
const TRIES = 30;

/**
 * A component whose code is fetched when it is first shown. Without a connection it comes as soon as there is one, where
 * React alone would take the whole page down.
 */
export function late<Props>(load: () => Promise<{ default: ComponentType<Props> }>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => untilThere(load));
}

export async function untilThere<T>(load: () => Promise<T>, pause: () => Promise<void> = passed): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await load();
    } catch (error) {
      if (left === 1) throw error;
      await pause();
    }
  }
}

/** Some seconds, or less where the browser says that it is connected again. */
function passed(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, PAUSE_MS);
    function finish() {
      clearTimeout(timer);
      window.removeEventListener("online", finish);
      done();
    }
    window.addEventListener("online", finish);
  });
}
