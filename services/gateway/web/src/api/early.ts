/** A question that the head of the page asked before its code was there (early/ask). */
interface Early {
  answer: Promise<Response>;
  /** What its answer is kept under; null where the page reads it in a way of its own. */
  key: readonly unknown[] | null;
}

declare global {
  /** By path. */
  var nachklangEarly: Map<string, Early> | undefined;
}

/** An answer belongs to the opening of the page: who comes back to the same question later asks anew. */
const OPENING_MS = 60_000;

/** The answer that is on its way already, once; null where there is none. */
export function takeEarly(path: string, init: RequestInit): Promise<Response> | null {
  if (init.method !== undefined) return null;
  const early = globalThis.nachklangEarly?.get(path);
  globalThis.nachklangEarly?.delete(path);
  return early && performance.now() < OPENING_MS ? early.answer : null;
}

/** What was asked early and can be read before anybody needs it: its path, by what its answer is kept under. */
export function earlyQuestions(): { path: string; key: readonly unknown[] }[] {
  const all = [...(globalThis.nachklangEarly ?? [])];
  return all.flatMap(([path, { key }]) => (key ? [{ path, key }] : []));
}
