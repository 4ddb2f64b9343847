type Work = () => Promise<unknown>;

const works = new Set<Work>();

/** What must have reached the server while the session still holds. Returns how to take it off the list. */
export function beforeSignOut(work: Work): () => void {
  works.add(work);
  return () => void works.delete(work);
}

/** Does all of it now; rejects where something of it failed. */
export async function finishBeforeSignOut(): Promise<void> {
  await Promise.all([...works].map((work) => work()));
}
