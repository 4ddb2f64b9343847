import { historyQuestion, ME, windowQuestion, wrappedAddress } from "@/api/address";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { today } from "@/lib/dates";
import { askedBy, shownBy } from "@/listening/asked";

/**
 * Stands in the head of every page, alone: asks for what the first view shows while the code that draws it is on its way.
 * The page takes these answers in place of asking (api/early), and asks itself where they are not the right ones.
 */
function ask(): void {
  const early: typeof globalThis.nachklangEarly = (globalThis.nachklangEarly = new Map());
  const get = (path: string, key: readonly unknown[] | null) => {
    const answer = fetch(path, { cache: "no-cache" });
    answer.catch(() => undefined); // whoever takes it hears of it
    early.set(path, { answer, key });
    return answer;
  };

  const me = get(ME, null).then((response) => (response.ok ? (response.clone().json() as Promise<Me>) : null));
  if (location.pathname !== "/") return;
  void me.then((who) => {
    const asked = who && askedBy(location.search.slice(1), who.id);
    if (!asked || asked.person) return;
    const shown = shownBy(asked, today(who.time_zone, new Date()), null);
    const favourites = { ...windowQuestion(shown, null), by: "time" } as const;
    get(wrappedAddress(favourites), keys.window(favourites));
    get(wrappedAddress(historyQuestion(null)), keys.history(null));
  }, () => undefined);
}

ask();
