import { historyQuestion, ME, windowQuestion, wrappedAddress } from "@/api/address";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { chooseLanguage, type Language } from "@/intl/language";
import { today } from "@/lib/dates";
import { recall } from "@/lib/remember";
import { askedBy, shownBy } from "@/listening/asked";

/** Where the words that every page has are, by language (early.mjs). */
declare const PAGE_WORDS: Record<Language, string>;

/**
 * Stands in the head of every page, alone: asks for what the first view shows while the code that draws it is on its way.
 * The page takes these answers in place of asking (api/early), and asks itself where they are not the right ones.
 */
function ask(): void {
  const early: typeof globalThis.nachklangEarly = (globalThis.nachklangEarly = new Map());
  const get = (path: string, key: readonly unknown[] | null, init: RequestInit) => {
    const answer = fetch(path, init);
    answer.catch(() => undefined); // whoever takes it hears of it
    early.set(path, { answer, key });
    return answer;
  };
  const question = (path: string, key: readonly unknown[] | null) => get(path, key, { cache: "no-cache" });

  void question(ME, null).then(copyOf<Me>).then((who) => {
    get(PAGE_WORDS[chooseLanguage(who?.locale ?? recall("language"), navigator.languages)], null, {});
    const asked = who && location.pathname === "/" && askedBy(location.search.slice(1), who.id);
    if (!asked || asked.person) return;
    const shown = shownBy(asked, today(who.time_zone, new Date()), null);
    const favourites = { ...windowQuestion(shown, null), by: "time" } as const;
    question(wrappedAddress(historyQuestion(null)), keys.history(null));
    return question(wrappedAddress(favourites), keys.window(favourites)).then(copyOf<Wrapped>).then(fetchPictures);
  }).catch(() => undefined);
}

/** What it says; null where it is a refusal. */
async function copyOf<T>(response: Response): Promise<T | null> {
  return response.ok ? ((await response.clone().json()) as T) : null;
}

/** The two large pictures, which are then there when their places are. */
function fetchPictures(wrapped: Wrapped | null): void {
  for (const picture of [wrapped?.favourites.track?.cover, wrapped?.favourites.artist?.image]) {
    if (picture) Object.assign(new Image(), { referrerPolicy: "no-referrer", src: picture.url });
  }
}

ask();
